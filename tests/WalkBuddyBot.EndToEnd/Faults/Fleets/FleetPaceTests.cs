using NodaTime;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using WalkBuddyBot.Tests.Shared;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults.Fleets;

/// <summary>Several nodes keep one pace, and one time.</summary>
[Collection(nameof(Fleet))]
public sealed class FleetPaceTests(ITestOutputHelper output)
{
    private const int Rate = 25;

    // A whole run has the machine for itself. Beside other tests a call may come half a second late, and so together with others; two nodes
    // that each kept the pace for itself would still show twice the rate.
    private static readonly double Allowed = Sizes.Full ? Rate + 2 : Rate * 1.5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // A node that went by a clock five minutes wrong would be later than this, or early.
    private static readonly Duration Late = Duration.FromSeconds(60);

    [PostgresFact]
    public async Task Three_nodes_together_keep_the_pace_of_one()
    {
        await using var fleet = await Fleet.BeginAsync(nodes: 3);
        await Task.WhenAll(fleet.Nodes.Select(node => node.StartAsync()));
        var crowd = SeededPerson.Crowd(Sizes.Of(150, 1_500), fleet.ThisMinute);

        await fleet.SeedAsync(crowd);
        await fleet.SettledAsync(crowd.Count);

        var judgement = await fleet.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        var sent = await Task.WhenAll(fleet.Nodes.Select(node => node.SentAsync()));
        var fastest = await FastestAsync(fleet, $"{judgement}; sent by each {string.Join(" ", sent)}");
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.Equal(crowd.Count, judgement.Received);
        Assert.Equal(crowd.Count, sent.Sum());
        Assert.DoesNotContain(0, sent);
        Assert.InRange(fastest, 1, Allowed);
    }

    [PostgresFact]
    public async Task A_node_that_joins_under_load_takes_its_part_and_nothing_comes_twice()
    {
        await using var fleet = await Fleet.BeginAsync(nodes: 2);
        await fleet.Nodes[0].StartAsync();
        var first = SeededPerson.Crowd(Sizes.Of(100, 750), fleet.ThisMinute);
        await fleet.SeedAsync(first);
        await fleet.Connector.AcceptedAsync(20).WaitAsync(Patience);

        await fleet.Nodes[1].StartAsync();
        var second = Fleet.Others(SeededPerson.Crowd(60, fleet.ThisMinute));
        await fleet.SeedAsync(second);
        List<SeededPerson> all = [.. first, .. second];
        await fleet.SettledAsync(all.Count);

        var judgement = await fleet.JudgeAsync([.. all.Select(person => person.At(person.Due))]);
        var sent = await Task.WhenAll(fleet.Nodes.Select(node => node.SentAsync()));
        var fastest = await FastestAsync(fleet, $"{judgement}; sent by each {string.Join(" ", sent)}");
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.Equal(all.Count, judgement.Received);
        Assert.DoesNotContain(0, sent);
        Assert.InRange(fastest, 1, Allowed);
    }

    [PostgresFact]
    public async Task Nodes_whose_clocks_are_wrong_by_five_minutes_send_nothing_early_late_or_twice()
    {
        await using var fleet = await Fleet.BeginAsync(nodes: 3);
        fleet.Nodes[0].Clock.Ahead = TimeSpan.FromMinutes(5);
        fleet.Nodes[1].Clock.Ahead = TimeSpan.FromMinutes(-5);
        await Task.WhenAll(fleet.Nodes.Select(node => node.StartAsync()));
        var crowd = SeededPerson.Crowd(Sizes.Of(80, 750), fleet.Now + Duration.FromSeconds(Sizes.Of(8, 20)));
        await fleet.SeedAsync(crowd);
        Assert.True(fleet.Now < crowd[0].Due, "Seeding took so long that nothing could have been early.");

        await fleet.SettledAsync(crowd.Count);

        var judgement = await fleet.JudgeAsync([.. crowd.Select(person => person.At(person.Due))], Late);
        var sent = await Task.WhenAll(fleet.Nodes.Select(node => node.SentAsync()));
        await FastestAsync(fleet, $"{judgement}; sent by each {string.Join(" ", sent)}");
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.Equal(crowd.Count, judgement.Received);
        Assert.DoesNotContain(0, sent);
    }

    private async Task<double> FastestAsync(Fleet fleet, string also)
    {
        var calls = await fleet.Connector.CallsAsync();
        var (strict, steady) = (Pacing.Fastest(calls), Pacing.FastestAt(Rate, calls));
        output.WriteLine($"{also}; in the fastest second {strict}, but for stumbles {steady:F1}.");
        return Sizes.Full ? strict : steady;
    }
}
