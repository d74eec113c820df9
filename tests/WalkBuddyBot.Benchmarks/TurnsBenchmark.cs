using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using WalkBuddyBot.Benchmarks.Dispatch.Ours;

namespace WalkBuddyBot.Benchmarks;

/// <summary>
/// A turn of the web chat in process, from the stored message to the stored reply, beside the least it could cost: one row inserted and
/// committed alone on the same disk with the same durability.
/// </summary>
internal static class TurnsBenchmark
{
    private const int AtATime = 8;
    private const int Rounds = 5;
    private const int PerRound = 400;
    private const int WarmUp = 200;

    // A turn is understood, read, and written in four commits (message, turn, reply, settled), which share the disk with others' by group
    // commit. The share is low because the bare commit does nothing else, and swings with the disk.
    private const double LeastShareOfBareCommits = 0.05;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("walkbuddy-bench-");
        try
        {
            var (bare, turns) = await AlternateAsync(folder.FullName);
            Print("bare commit, one at a time", bare);
            Print($"turn, {ChatTurns.People} people, {AtATime} at a time", turns);
            var share = turns.PerSecond / bare.PerSecond;
            var pass = share >= LeastShareOfBareCommits;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"turns at {share:P0} of bare commits, at least {LeastShareOfBareCommits:P0}: {(pass ? "pass" : "fail")}"));
            return pass ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In turn, so that a slow stretch of the disk meets both.</summary>
    private static async Task<(Figures Bare, Figures Turns)> AlternateAsync(string folder)
    {
        await using var bare = await BareCommits.OpenAsync(Path.Combine(folder, "bare.db"));
        await using var services = await OurService.OpenAsync($"Data Source={Path.Combine(folder, "turns.db")}");
        Func<int, Task> turn = (await ChatTurns.OpenAsync(services)).TurnAsync;
        await MeasureAsync(1, WarmUp, bare.CommitAsync);
        await MeasureAsync(AtATime, WarmUp, turn);
        var bareRounds = new List<Figures>();
        var turnRounds = new List<Figures>();
        for (var round = 0; round < Rounds; round++)
        {
            bareRounds.Add(await MeasureAsync(1, PerRound, bare.CommitAsync));
            turnRounds.Add(await MeasureAsync(AtATime, PerRound, turn));
        }

        return (Figures.Median(bareRounds), Figures.Median(turnRounds));
    }

    private static async Task<Figures> MeasureAsync(int atATime, int times, Func<int, Task> work)
    {
        var took = new double[times];
        var next = -1;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atATime).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < times; i = Interlocked.Increment(ref next))
            {
                var from = Stopwatch.GetTimestamp();
                await work(i);
                took[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }
        })));
        return Figures.Of(took, Stopwatch.GetElapsedTime(began));
    }

    private static void Print(string what, Figures figures)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-40} {figures.PerSecond,8:F0}/s   p50 {figures.P50,7:F2} ms   p95 {figures.P95,7:F2} ms   p99 {figures.P99,7:F2} ms"));
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "turns", what, figures.PerSecond, figures.P50, figures.P95, figures.P99 }));
    }
}
