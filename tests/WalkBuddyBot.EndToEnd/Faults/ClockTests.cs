using NodaTime;
using WalkBuddyBot.EndToEnd.Crash;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>The wall clock is set while the service runs: every slot still comes, once, and none before its time by that clock.</summary>
public sealed class ClockTests(ITestOutputHelper output)
{
    public static TheoryData<int> Jumps => [60, -60, 24 * 60, -24 * 60];

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_clock_that_is_set_costs_nobody_a_reminder_and_gives_nobody_two(int minutes)
    {
        await using var drill = await Drill.BeginAsync();
        var soon = drill.Soon;
        var jump = Duration.FromMinutes(minutes);
        var crowd = SeededPerson.Crowd(Sizes.Of(20, 500), soon);
        await drill.SeedAsync(crowd);
        await drill.StartAsync();

        // One day's slot comes and is settled. Then the clock is set, and runs on to where the next day's slot lies.
        drill.SetClock(soon);
        await drill.SettledAsync(crowd.Count);
        drill.SetClock(soon + jump);
        var days = 1 + (minutes >= 24 * 60 ? 1 : 0);
        await drill.SettledAsync(days * crowd.Count);
        await drill.TickedAsync();
        var before = (await drill.RowsAsync()).Count;
        var next = soon + Duration.FromDays(days);
        drill.SetClock(next);
        await drill.SettledAsync((days + 1) * crowd.Count);

        var due = Enumerable.Range(0, days + 1).SelectMany(day => crowd.Select(person => person.At(soon + Duration.FromDays(day))));
        var judgement = await drill.JudgeAsync([.. due]);
        output.WriteLine($"Set by {minutes} minutes: {judgement}");
        Assert.Equal(days * crowd.Count, before);
        Assert.True(judgement.IsSound && judgement.Uncertain.Count == 0, $"{judgement}");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(24 * 60)]
    public async Task A_reminder_that_is_asked_for_after_the_clock_went_back_comes_when_it_should(int minutes)
    {
        await using var drill = await Drill.BeginAsync();
        await drill.StartAsync();
        drill.SetClock(drill.Now - Duration.FromMinutes(minutes));
        using var visitor = new LineVisitor(drill.Service.Address);
        await visitor.ArriveAsync();
        await visitor.SayAsync("remind me in 1 minute");
        await visitor.UntilAsync(lines => lines.Count(line => line.FromBot) >= 2);

        drill.SetClock(drill.Now + Duration.FromSeconds(61));

        var rung = await visitor.UntilAsync(lines => lines.Any(line => line.IsCard));
        Assert.Single(rung, line => line.IsCard);
    }
}
