using NodaTime;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>The machine's clock is set forward and back under the running service, by an hour and by a day.</summary>
public sealed class ClockSetTests(ITestOutputHelper output)
{
    private static readonly (string, string?) Pace = ("Nudges__PerTenantPerSecond", "50");

    [Fact]
    public async Task However_the_clock_is_set_each_reminder_comes_once_a_day_and_none_is_missed()
    {
        var began = TimeProvider.System.GetTimestamp();
        var (minutes, hour, day) = (Duration.FromMinutes(5), Duration.FromHours(1), Duration.FromDays(1));
        await using var drill = await Drill.BeginAsync();
        var first = drill.Soon + hour;
        var second = first + hour;
        var many = Sizes.Of(60, 2_000);

        // Nobody of the web chat: there a second reminder that nobody has seen takes the place of the first.
        var crowd = SeededPerson.Crowd(many, first)
            .Select(person => person.Number % 2 == 0 ? person : person with { Due = second }).ToList();
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Pace);

        // Half of them have theirs in an hour that comes twice; the others' follows it and shows that the service goes on.
        drill.SetClock(first + minutes);
        await drill.SettledAsync(many / 2);
        drill.SetClock(first + minutes - hour);
        await Readiness.GreenAsync(drill);
        drill.SetClock(first + minutes);
        drill.SetClock(second);
        await drill.SettledAsync(many);

        // A day ahead, where the first half has its next; then back into the day before, and on again.
        drill.SetClock(first + day + minutes);
        await drill.SettledAsync(many + (many / 2));
        drill.SetClock(first + minutes);
        await Readiness.GreenAsync(drill);
        drill.SetClock(second + day);
        await drill.SettledAsync(2 * many);

        var judgement = await drill.JudgeAsync([.. crowd.SelectMany(person => new[] { person.At(person.Due), person.At(person.Due + day) })]);
        output.WriteLine($"{judgement}; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.Empty(judgement.Uncertain);
    }

    [Fact]
    public async Task A_clock_set_back_in_the_middle_of_a_drain_does_not_hold_the_rest_up()
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(Sizes.Of(200, 2_000), drill.Soon, webEach: 6);
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Pace);
        drill.SetClock(crowd[0].Due + Duration.FromMinutes(30));

        await drill.Connector.AcceptedAsync(crowd.Count / 3);
        drill.SetClock(crowd[0].Due + Duration.FromMinutes(1));
        await drill.SettledAsync(crowd.Count);

        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        output.WriteLine($"Half an hour back: {judgement}; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.Empty(judgement.Uncertain);
    }
}
