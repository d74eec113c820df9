using WalkBuddyBot.EndToEnd.Faults.Seeding;
using WalkBuddyBot.Tests.Shared;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>Everybody is due in one minute, and the service is killed again and again, at moments counted in accepted calls.</summary>
public sealed class KillStormTests(ITestOutputHelper output)
{
    private const int Tenants = 4;

    // A lane has so many sends under way at once, and these are the tenants' lanes and the web chat's.
    private const int MostInFlight = (Tenants + 1) * 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public Task Of_a_crowd_due_in_one_minute_none_is_nudged_twice_and_each_that_a_kill_cost_is_named() => StormAsync("SQLite", database: null);

    [PostgresFact]
    public Task On_PostgreSQL_none_is_nudged_twice_and_each_that_a_kill_cost_is_named_either() =>
        StormAsync("PostgreSQL", _ => PostgresDatabase.CreateAsync());

    private async Task StormAsync(string name, Func<string, Task<IFaultDatabase>>? database)
    {
        var began = TimeProvider.System.GetTimestamp();
        var random = new Random(Sizes.Seed);
        await using var drill = await Drill.BeginAsync(database);
        var crowd = SeededPerson.Crowd(Sizes.Of(600, 10_000), drill.Soon, webEach: 6, Tenants);
        var behindConnector = crowd.Count(person => !person.Web);
        List<int> kills = [.. Enumerable.Range(0, Sizes.Of(4, 20)).Select(_ => random.Next(1, behindConnector)).Order()];
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Drill.Paced);
        using var talker = new Talker(drill);
        await talker.ArriveAsync();
        using var over = new CancellationTokenSource();
        var talk = talker.TalkAsync(over.Token);

        drill.SetClock(crowd[0].Due);
        List<IReadOnlySet<string>> underWay = [];
        foreach (var kill in kills)
        {
            await drill.Connector.AcceptedAsync(kill).WaitAsync(Patience);
            await drill.Service.KillAsync();
            underWay.Add(await drill.UnderWayAsync());
            if (underWay.Count == kills.Count)
            {
                // Nobody is left to wait for: what the last one had is free at once.
                drill.SetClock(drill.Now + Drill.Leases);
            }

            drill.Launch(settings: Drill.Paced);
        }

        await drill.Service.ReadyAsync();
        await drill.SettledAsync(crowd.Count);
        await over.CancelAsync();
        var said = await talk;
        await talker.AnsweredAsync();
        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);

        var costs = underWay.Select(open => judgement.Lost.Count(open.Contains)).ToList();
        output.WriteLine($"{name}, seed {Sizes.Seed}, kills at {string.Join(' ', kills)}: {judgement}; "
            + $"under way at the kills {string.Join(' ', underWay.Select(open => open.Count))}, of them lost {string.Join(' ', costs)}; "
            + $"said {said} on each side; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        Assert.True(judgement.IsSound, $"Seed {Sizes.Seed}: {judgement}");
        Assert.Subset(underWay.SelectMany(open => open).ToHashSet(), judgement.Uncertain.ToHashSet());
        Assert.All(costs, cost => Assert.InRange(cost, 0, MostInFlight));
        Assert.DoesNotContain(judgement.Lost, name => name.StartsWith("web", StringComparison.Ordinal));
    }
}
