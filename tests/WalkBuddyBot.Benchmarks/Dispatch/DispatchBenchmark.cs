using System.Diagnostics;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>
/// Reminders that are due at once, on both databases, beside a trigger for each person. The peer's job only counts; the service asks its
/// gates, finds its words, keeps its ledger, and has a courier that counts. Both are warm, both databases are equally durable, nothing is
/// paced.
/// </summary>
internal static class DispatchBenchmark
{
    private const int Chatting = 10_000;

    public static async Task<int> RunAsync(string? only)
    {
        var report = new Report("dispatch");
        var from = Stopwatch.GetTimestamp();
        await using var receiver = await Receiver.StartAsync(TimeSpan.Zero);
        await Engines.EachAsync(report, only, engine => OnAsync(engine, report, receiver));
        Report.Say($"the whole run took {Stopwatch.GetElapsedTime(from).TotalMinutes:F1} minutes");
        return report.Pass ? 0 : 1;
    }

    private static async Task OnAsync(Engine engine, Report report, Receiver receiver)
    {
        var isSqlite = engine.Name == SqliteEngine.Called;
        var ours = await Engines.RunsOnAsync(engine);
        var thousand = new AgainstPeer(engine, report, ours);
        await thousand.RunAsync(1_000, least: 5, receiver.Url, alsoDefault: false);
        var tenThousand = new AgainstPeer(engine, report, ours);
        await tenThousand.RunAsync(10_000, least: isSqlite ? 12 : 8, receiver.Url, alsoDefault: true);
        if (!ours)
        {
            report.Absent(engine.Name, "the service does not run on it yet");
            return;
        }

        await new ByPost(engine, report, receiver).RunAsync(least: isSqlite ? 0.7 : 0.5);
        if (isSqlite)
        {
            await ChatAsync(engine, report, receiver);
        }

        await new ManyRows(engine, report, receiver.Url).RunAsync(tenThousand.Megabytes);
    }

    private static async Task ChatAsync(Engine engine, Report report, Receiver receiver)
    {
        await Child.RunAsync(Cases.Crowd, engine, "crowd_chat", Child.Word(Chatting * 3), receiver.Url);
        var measured = await Child.RunAsync(Cases.Beside, engine, "crowd_chat", Child.Word(Chatting));
        report.Times(
            engine.Name, $"chat turns, 4 at a time, while {Chatting} are sent", measured, "aloneP50Ms", "aloneP99Ms", Measured.P50, Measured.P99, "turnsBeside", Measured.Seconds);
        await engine.DropAsync("crowd_chat");
    }
}
