using WalkBuddyBot.EndToEnd.Crash;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using WalkBuddyBot.Tests.Shared;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>
/// A crowd is due, and the service dies at one named step of it after the other, and in the recovery from that too: what had been marked is
/// named as in doubt, all others have theirs, and nobody has it twice.
/// </summary>
public sealed class KillPointTests(ITestOutputHelper output)
{
    // 128 + SIGKILL: it died where it was told to, not of something else.
    private const int Killed = 137;

    private const int Tenants = 2;

    // A lane has so many sends under way at once, and these are the tenants' lanes and the web chat's.
    private const int MostInFlight = (Tenants + 1) * 16;

    private static readonly string[] Deaths =
    [
        CrashPoint.AfterPlan,
        CrashPoint.AfterLease,
        CrashPoint.AfterMark,
        CrashPoint.AfterSend,
        CrashPoint.BeforeRecovery,
        CrashPoint.AfterRecovery,
    ];

    [Fact]
    public Task A_service_that_dies_at_each_step_costs_no_more_than_it_had_marked_and_says_which() => DieAsync("SQLite", database: null);

    [PostgresFact]
    public Task On_PostgreSQL_it_costs_no_more_either() => DieAsync("PostgreSQL", _ => PostgresDatabase.CreateAsync());

    private async Task DieAsync(string name, Func<string, Task<IFaultDatabase>>? database)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var drill = await Drill.BeginAsync(database);
        var crowd = SeededPerson.Crowd(Sizes.Of(240, 1200), drill.Soon, webEach: 6, Tenants);
        await drill.SeedAsync(crowd);
        drill.SetClock(crowd[0].Due);

        Dictionary<string, IReadOnlySet<string>> underWay = [];
        foreach (var point in Deaths)
        {
            drill.Launch(point, Drill.Paced);
            Assert.Equal(Killed, await drill.Service.ExitAsync());
            underWay[point] = await drill.UnderWayAsync();
            drill.SetClock(drill.Now + Drill.Leases);
        }

        var named = (await drill.RowsAsync()).Count(row => row.State == "Uncertain");
        await drill.StartAsync(settings: Drill.Paced);
        await drill.SettledAsync(crowd.Count);
        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);

        output.WriteLine($"{name}: {judgement}; under way at {string.Join(", ", underWay.Select(death => $"{death.Key} {death.Value.Count}"))}; "
            + $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        Assert.True(judgement.IsSound, judgement.ToString());

        // Nothing is marked before a mark, so nothing can be in doubt; and a recovery that died is as if it had not been, or whole.
        Assert.Empty(underWay[CrashPoint.AfterPlan]);
        Assert.Empty(underWay[CrashPoint.AfterLease]);
        Assert.InRange(underWay[CrashPoint.AfterMark].Count, 1, MostInFlight);
        Assert.InRange(underWay[CrashPoint.AfterSend].Count, 1, MostInFlight);
        Assert.Equal(underWay[CrashPoint.AfterSend], underWay[CrashPoint.BeforeRecovery]);
        Assert.Empty(underWay[CrashPoint.AfterRecovery]);
        var doubtful = underWay.Values.SelectMany(open => open).Where(IsBehindConnector).Distinct().Order().ToList();
        Assert.Equal(doubtful, judgement.Uncertain.Order());
        Assert.Equal(doubtful.Count, named);
        Assert.All(judgement.Lost, lost => Assert.True(IsBehindConnector(lost), $"{lost} knows repeats, and was lost."));
    }

    private static bool IsBehindConnector(string name) => !name.StartsWith("web", StringComparison.Ordinal);
}
