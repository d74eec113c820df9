using System.Diagnostics;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;
using WalkBuddyBot.Benchmarks.Dispatch.Ours;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>What a turn takes while nudges go out as fast as they can, and what it takes when none do.</summary>
internal static class ChatBeside
{
    private const int AtATime = 4;
    private const int Warm = 400;
    private const int Alone = 800;

    public static async Task<Measured> RunAsync(Engine engine, string database, int due)
    {
        var counts = new Counts();
        var dispatching = await Dispatching.OpenAsync(engine, database, stages: null, counts);
        await using var services = dispatching.Services;
        var chat = await ChatTurns.OpenAsync(services);
        await chat.RunAsync(AtATime, number => number >= Warm);
        await dispatching.RunAsync(due / 10, every: 2, rest: 0);

        var began = Stopwatch.GetTimestamp();
        var alone = Figures.Of(await chat.RunAsync(AtATime, number => number >= Alone), Stopwatch.GetElapsedTime(began));

        var done = false;
        var sending = Task.Run(() => dispatching.RunAsync(due, every: 2, rest: 1));
        var ended = sending.ContinueWith(_ => Volatile.Write(ref done, true), TaskScheduler.Default);
        began = Stopwatch.GetTimestamp();
        var beside = Figures.Of(await chat.RunAsync(AtATime, _ => Volatile.Read(ref done)), Stopwatch.GetElapsedTime(began));
        await ended;
        return Measured.Of(
            counts.Wrong(due + (due / 10)),
            (Measured.Seconds, (await sending).TotalSeconds),
            ("aloneP50Ms", alone.P50),
            ("aloneP99Ms", alone.P99),
            (Measured.P50, beside.P50),
            (Measured.P99, beside.P99),
            ("turnsBeside", beside.PerSecond * (await sending).TotalSeconds));
    }
}
