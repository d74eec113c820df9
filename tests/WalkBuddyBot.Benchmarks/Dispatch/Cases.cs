using System.Diagnostics;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;
using WalkBuddyBot.Benchmarks.Dispatch.Ours;
using WalkBuddyBot.Benchmarks.Dispatch.Peer;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>What a child process can be asked to do.</summary>
internal static class Cases
{
    public const string Crowd = "crowd";
    public const string Ours = "ours";
    public const string Post = "post";
    public const string Raw = "raw";
    public const string Empty = "empty";
    public const string Beside = "beside";
    public const string PeerTables = "peer-tables";
    public const string PeerTuned = "peer-tuned";
    public const string PeerDefault = "peer-default";

    private const int EmptyTicks = 2_000;
    private const int EmptyWarm = 500;

    public static Task<Measured> RunAsync(string what, Engine engine, string database, string[] more) => what switch
    {
        Crowd => CrowdAsync(engine, database, Child.Number(more[0]), more[1]),
        Ours => OursAsync(
            engine, database, Child.Number(more[0]), Child.Number(more[1]), every: Child.Number(more[2]), rest: Child.Number(more[3])),
        Post => SendAsync(engine, database, counts: null, Child.Number(more[0]), Child.Number(more[1]), every: 2, rest: 0),
        Raw => RawPosts.RunAsync(more[0], more[1], Child.Number(more[2]), Child.Number(more[3])),
        Empty => EmptyAsync(engine, database),
        Beside => ChatBeside.RunAsync(engine, database, Child.Number(more[0])),
        PeerTables => PeerTablesAsync(engine, database, Child.Number(more[0])),
        PeerTuned => PeerAsync(engine, database, tuned: true, Child.Number(more[0]), Child.Number(more[1])),
        PeerDefault => PeerAsync(engine, database, tuned: false, Child.Number(more[0]), Child.Number(more[1])),
        _ => throw new ArgumentException($"There is no case {what}."),
    };

    private static async Task<Measured> CrowdAsync(Engine engine, string database, int people, string serviceUrl)
    {
        var from = Stopwatch.GetTimestamp();
        await Dispatch.Ours.Crowd.MakeAsync(engine, database, people, serviceUrl);
        return Measured.Of(wrong: null, (Measured.Seconds, Stopwatch.GetElapsedTime(from).TotalSeconds));
    }

    /// <summary>
    /// Of all people <paramref name="due"/> are due, every so manieth from <paramref name="rest"/> on; before them <paramref name="warm"/>
    /// others, so that the measured ones meet compiled code as in a service that ticks each second.
    /// </summary>
    private static async Task<Measured> OursAsync(Engine engine, string database, int warm, int due, int every, int rest)
    {
        var counts = new Counts();
        var measured = await SendAsync(engine, database, counts, warm, due, every, rest);
        return measured with { Wrong = counts.Wrong(warm + due) ?? measured.Wrong };
    }

    /// <summary>With the service's own courier and connector if nothing counts here; then it is counted where it arrives.</summary>
    private static async Task<Measured> SendAsync(Engine engine, string database, Counts? counts, int warm, int due, int every, int rest)
    {
        var stages = new Stages();
        var dispatching = await Dispatching.OpenAsync(engine, database, stages, counts);
        await using var services = dispatching.Services;
        var before = await DueRows.LedgerAsync(engine, database);
        await dispatching.RunAsync(warm, every, rest);
        stages.Clear();
        var busy = Environment.CpuUsage.TotalTime;
        var took = await dispatching.RunAsync(due, every, rest + 1);
        busy = Environment.CpuUsage.TotalTime - busy;
        var after = await DueRows.LedgerAsync(engine, database);
        var wrong = (after.Rows - before.Rows, after.Sent - before.Sent) == (warm + due, warm + due)
            ? null
            : $"the ledger went from {before} to {after} with {warm + due} due";
        return Measured.Of(
            wrong,
            [
                (Measured.Seconds, took.TotalSeconds), (Measured.Processor, busy.TotalSeconds), (Measured.Megabytes, PeakMegabytes()),
                .. stages.All,
            ]);
    }

    private static async Task<Measured> EmptyAsync(Engine engine, string database)
    {
        var dispatching = await Dispatching.OpenAsync(engine, database, stages: null, new Counts());
        await using var services = dispatching.Services;
        var took = new double[EmptyTicks];
        var began = Stopwatch.GetTimestamp();
        for (var i = -EmptyWarm; i < EmptyTicks; i++)
        {
            var one = await dispatching.TickAsync();
            if (i >= 0)
            {
                took[i] = one;
            }
        }

        var figures = Figures.Of(took, Stopwatch.GetElapsedTime(began));
        return Measured.Of(wrong: null, (Measured.P50, figures.P50), (Measured.P99, figures.P99), (Measured.Megabytes, PeakMegabytes()));
    }

    private static async Task<Measured> PeerTablesAsync(Engine engine, string database, int people)
    {
        var from = Stopwatch.GetTimestamp();
        await new NaivePeer(engine, database, tuned: true).MakeAsync(people);
        return Measured.Of(wrong: null, (Measured.Seconds, Stopwatch.GetElapsedTime(from).TotalSeconds));
    }

    private static async Task<Measured> PeerAsync(Engine engine, string database, bool tuned, int warm, int due)
    {
        var (took, wrong) = await new NaivePeer(engine, database, tuned).RunAsync(warm, due);
        return Measured.Of(
            wrong,
            (Measured.Seconds, took.TotalSeconds),
            (Measured.Processor, Environment.CpuUsage.TotalTime.TotalSeconds),
            (Measured.Megabytes, PeakMegabytes()));
    }

    private static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
