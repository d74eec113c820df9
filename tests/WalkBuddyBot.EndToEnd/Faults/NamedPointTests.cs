using WalkBuddyBot.EndToEnd.Crash;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>One crowd behind a connector, and a service that dies at one named point after another on its way through it.</summary>
public sealed class NamedPointTests(ITestOutputHelper output)
{
    private const int Killed = 137;
    private const int Batch = 16;

    /// <summary>The points, and what each leaves in doubt that had been on its way.</summary>
    private static readonly (string Point, string StandsAs, bool Arrived)[] Points =
    [
        (CrashPoint.AfterPlan, "Waiting", false),
        (CrashPoint.AfterLease, "Leased", false),
        (CrashPoint.AfterMark, "Sending", false),
        (CrashPoint.BeforeRecovery, "Sending", false),
        (CrashPoint.AfterRecovery, "Uncertain", false),
        (CrashPoint.AfterSend, "Sending", true),
        (CrashPoint.BeforeRecovery, "Sending", true),
        (CrashPoint.AfterSettle, "Sent", true),
    ];

    [Fact]
    public async Task A_death_at_any_point_costs_at_most_what_was_on_its_way_and_sends_nothing_twice()
    {
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(Sizes.Of(80, 2_000), drill.Soon);
        await drill.SeedAsync(crowd);
        drill.SetClock(crowd[0].Due);
        foreach (var (point, standsAs, arrived) in Points)
        {
            drill.Launch(point);
            Assert.True(await drill.Service.ExitAsync() == Killed, $"At {point} it ended of something else:\n{drill.Service.Said}");

            var rows = await drill.RowsAsync();
            Assert.True(rows.Any(row => row.State == standsAs), $"After {point} nothing was {standsAs}.");
            Assert.Equal(arrived, (await drill.Connector.CallsAsync()).Count > 0);
        }

        await drill.StartAsync();
        await drill.SettledAsync(crowd.Count);
        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);

        // The marked of one death never left; those of another all did. Both are named, for nobody can tell them apart.
        output.WriteLine($"{judgement}");
        Assert.True(judgement.IsSound, $"{judgement}");
        Assert.Equal((2 * Batch, Batch), (judgement.Uncertain.Count, judgement.Lost.Count));
    }
}
