using System.Diagnostics;
using WalkBuddyBot.EndToEnd.Crash;
using WalkBuddyBot.EndToEnd.Faults.Judging;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using WalkBuddyBot.Tests.Shared;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults.Fleets;

/// <summary>Nodes on one database are killed, put to sleep and restarted under load.</summary>
[Collection(nameof(Fleet))]
public sealed class FleetTests(ITestOutputHelper output)
{
    // One lane is kept in flight by each node, and this is the most of it.
    private const int MostInFlight = 16;

    private const string Anywhere = "anywhere";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MostToEnd = TimeSpan.FromSeconds(30);

    // What a dead node had is known a little sooner than by default.
    private static readonly (string, string?) ShortLease = ("Nudges__Lease", "00:00:05");

    public static TheoryData<string> Sleeps => Sizes.Full
        ? [CrashPoint.AfterPlan, CrashPoint.AfterLease, CrashPoint.AfterMark, CrashPoint.AfterSend, Anywhere]
        : [CrashPoint.AfterMark, Anywhere];

    [PostgresTheory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_a_killed_node_had_is_sent_by_the_others_or_named(int nodes)
    {
        var random = new Random(Sizes.Seed);
        await using var fleet = await Fleet.BeginAsync(nodes);
        await Task.WhenAll(fleet.Nodes.Select(node => node.StartAsync(settings: [ShortLease])));
        var crowd = SeededPerson.Crowd(Sizes.Of(120, 1_500), fleet.ThisMinute, webEach: 6);
        await fleet.SeedAsync(crowd);
        var behindConnector = crowd.Count(person => !person.Web);
        List<int> kills = [.. Enumerable.Range(0, Sizes.Of(1, 5)).Select(_ => random.Next(10, behindConnector * 3 / 4)).Order()];

        foreach (var (place, kill) in kills.Index())
        {
            await fleet.Connector.AcceptedAsync(kill).WaitAsync(Patience);
            await fleet.Nodes[place % nodes].Service.KillAsync();
            if (place + 1 < kills.Count)
            {
                await fleet.Nodes[place % nodes].StartAsync(settings: [ShortLease]);
            }
        }

        await fleet.SettledAsync(crowd.Count);
        var judgement = await JudgeAsync(fleet, crowd, $"killed at {string.Join(' ', kills)} of {nodes} nodes");
        Assert.InRange(judgement.Uncertain.Count, 0, MostInFlight * kills.Count);
        Assert.DoesNotContain(judgement.Uncertain, name => name.StartsWith("web", StringComparison.Ordinal));
    }

    [PostgresTheory]
    [MemberData(nameof(Sleeps))]
    public async Task A_node_that_slept_longer_than_its_lease_sends_nothing_of_it(string at)
    {
        await using var fleet = await Fleet.BeginAsync(nodes: 2);
        var (sleeper, other) = (fleet.Nodes[0], fleet.Nodes[1]);
        await Task.WhenAll(
            sleeper.StartAsync(at == Anywhere ? CrashPoint.Never : CrashOptions.StopPrefix + at, ShortLease),
            other.StartAsync(settings: [ShortLease]));

        // At 25 a second the whole crowd takes the other node longer than the 30 seconds that the sleep is to last.
        var crowd = SeededPerson.Crowd(Sizes.Of(80, 900), fleet.ThisMinute);
        await fleet.SeedAsync(crowd);
        if (at == Anywhere)
        {
            await fleet.Connector.AcceptedAsync(new Random(Sizes.Seed).Next(10, 40)).WaitAsync(Patience);
            await sleeper.Service.SignalAsync("STOP");
        }

        var asleep = Stopwatch.GetTimestamp();
        await Until.TrueAsync(() => Task.FromResult(sleeper.Service.IsStopped()), Patience, () => "The node never fell asleep.");
        await fleet.SettledAsync(crowd.Count);
        var slept = Stopwatch.GetElapsedTime(asleep);
        var before = await SentToAsync(fleet, crowd);
        await sleeper.Service.SignalAsync("CONT");
        await sleeper.Service.ReadyAsync();

        // It is well again, and alone sends what comes now.
        await other.Service.TerminateAsync();
        Assert.Equal(0, await other.Service.ExitAsync());
        var next = Fleet.Others(SeededPerson.Crowd(20, fleet.ThisMinute));
        await fleet.SeedAsync(next);
        await fleet.SettledAsync(crowd.Count + next.Count);

        var judgement = await JudgeAsync(fleet, [.. crowd, .. next], $"asleep {at} for {slept.TotalSeconds:F0} s");
        Assert.Equal(before, await SentToAsync(fleet, crowd));
        Assert.InRange(judgement.Uncertain.Count, 0, MostInFlight);
        Assert.True(!Sizes.Full || slept >= TimeSpan.FromSeconds(30), $"It slept {slept}.");
    }

    [PostgresFact]
    public async Task Nodes_restarted_one_after_another_under_a_hundred_a_second_lose_nothing_and_double_nothing()
    {
        (string, string?)[] fast = [("Nudges__PerTenantPerSecond", "50")];
        await using var fleet = await Fleet.BeginAsync(nodes: Sizes.Of(2, 3));
        await Task.WhenAll(fleet.Nodes.Select(node => node.StartAsync(settings: fast)));
        using var over = new CancellationTokenSource();
        var feeding = FeedAsync(fleet, over.Token);
        List<TimeSpan> ends = [];

        for (var round = 0; round < Sizes.Of(1, 3); round++)
        {
            foreach (var node in fleet.Nodes)
            {
                await Until.TrueAsync(async () => await node.SentAsync() > 0, Patience, () => $"A node sent nothing. {node.Service.Said}");
                var told = Stopwatch.GetTimestamp();
                await node.Service.TerminateAsync();
                Assert.Equal(0, await node.Service.ExitAsync());
                ends.Add(Stopwatch.GetElapsedTime(told));
                await node.StartAsync(settings: fast);
            }
        }

        await over.CancelAsync();
        var crowd = await feeding;
        await fleet.SettledAsync(crowd.Count);
        var judgement = await JudgeAsync(
            fleet,
            crowd,
            $"{ends.Count} restarts, the longest end {ends.Max().TotalSeconds:F1} s, "
                + $"most in a second {Pacing.Fastest(await fleet.Connector.CallsAsync())}");
        Assert.Equal(crowd.Count, judgement.Received);
        Assert.Empty(judgement.Uncertain);
        Assert.All(ends, end => Assert.InRange(end, TimeSpan.Zero, MostToEnd));
    }

    // Always two to four seconds ahead of what is sent, in two tenants of 50 a second each.
    private static async Task<IReadOnlyList<SeededPerson>> FeedAsync(Fleet fleet, CancellationToken until)
    {
        const int Portion = 200;
        List<SeededPerson> all = [];
        while (!until.IsCancellationRequested)
        {
            var portion = Fleet.Others(SeededPerson.Crowd(Portion, fleet.ThisMinute, tenants: 2), all.Count);
            await fleet.SeedAsync(portion);
            all.AddRange(portion);
            await fleet.Connector.AcceptedAsync(all.Count - Portion).WaitAsync(Patience, CancellationToken.None);
        }

        return all;
    }

    private static async Task<int> SentToAsync(Fleet fleet, IReadOnlyList<SeededPerson> people)
    {
        var theirs = people.Select(person => person.Conversation).ToHashSet();
        return (await fleet.Connector.CallsAsync()).Count(call => theirs.Contains(call.Conversation));
    }

    private async Task<Judgement> JudgeAsync(Fleet fleet, IReadOnlyList<SeededPerson> crowd, string what)
    {
        var judgement = await fleet.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        output.WriteLine($"Seed {Sizes.Seed}, {what}: {judgement}.");
        Assert.True(judgement.IsSound, $"Seed {Sizes.Seed}, {what}: {judgement}");
        return judgement;
    }
}
