using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>Everybody is due in one minute, and the service is killed again and again, at moments counted in accepted calls.</summary>
public sealed class KillStormTests(ITestOutputHelper output)
{
    // A lane has one batch under way, and these are two lanes: the tenant's and the web chat's.
    private const int MostInFlight = 2 * 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Of_a_crowd_due_in_one_minute_none_is_nudged_twice_and_each_that_a_kill_cost_is_named()
    {
        var began = TimeProvider.System.GetTimestamp();
        var random = new Random(Sizes.Seed);
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(Sizes.Of(600, 10_000), drill.Soon, webEach: 6);
        var behindConnector = crowd.Count(person => !person.Web);
        List<int> kills = [.. Enumerable.Range(0, Sizes.Of(4, 20)).Select(_ => random.Next(1, behindConnector)).Order()];
        await drill.SeedAsync(crowd);
        await drill.StartAsync();
        using var talker = new Talker(drill);
        await talker.ArriveAsync();
        using var over = new CancellationTokenSource();
        var talk = talker.TalkAsync(over.Token);

        drill.SetClock(crowd[0].Due);
        List<string> underWay = [];
        foreach (var kill in kills)
        {
            await drill.Connector.AcceptedAsync(kill).WaitAsync(Patience);
            await drill.Service.KillAsync();
            var open = (await drill.RowsAsync()).Where(row => row.State == "Sending").Select(row => $"{row.Conversation} {row.Slot}").ToList();
            Assert.InRange(open.Count, 0, MostInFlight);
            underWay.AddRange(open);
            drill.Launch();
        }

        await drill.Service.ReadyAsync();
        await drill.SettledAsync(crowd.Count);
        await over.CancelAsync();
        var said = await talk;
        await talker.AnsweredAsync();
        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);

        output.WriteLine($"Seed {Sizes.Seed}, kills at {string.Join(' ', kills)}: {judgement}; under way at the kills {underWay.Count}, "
            + $"said {said} on each side; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        Assert.True(judgement.IsSound, $"Seed {Sizes.Seed}: {judgement}");
        Assert.Subset(underWay.ToHashSet(), judgement.Uncertain.ToHashSet());
        Assert.DoesNotContain(judgement.Lost, name => name.StartsWith("web", StringComparison.Ordinal));
    }
}
