using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;
using WalkBuddyBot.Benchmarks.Dispatch.Ours;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>
/// How late a reminder comes: the service in a process of its own, with its own tick and its own pace, a thousand due a minute, each at
/// an instant of its own, and a channel that takes 50 ms to answer. From the due instant to the arrival at the channel.
/// </summary>
internal static class LatenessBenchmark
{
    private const int PerMinute = 1_000;
    private const int Minutes = 3;
    private const int Nudges = PerMinute * Minutes;
    private const double MostSeconds = 1.5;

    // The service starts meanwhile; and the last nudge may be a little late.
    private static readonly Duration Before = Duration.FromSeconds(20);
    private static readonly Duration After = Duration.FromSeconds(5);
    private static readonly TimeSpan Answering = TimeSpan.FromMilliseconds(50);

    public static async Task<int> RunAsync(string? only)
    {
        var report = new Report("dispatch --lateness");
        await Engines.EachAsync(report, only, engine => OnAsync(engine, report));
        return report.Pass ? 0 : 1;
    }

    private static async Task OnAsync(Engine engine, Report report)
    {
        if (!await Engines.RunsOnAsync(engine))
        {
            report.Absent(engine.Name, "the service does not run on it yet");
            return;
        }

        const string Database = "crowd_late";
        await using var receiver = await Receiver.StartAsync(Answering);
        await Child.RunAsync(Cases.Crowd, engine, Database, Child.Word(Nudges), receiver.Url);
        var from = TimeProvider.System.GetUtcNow().ToInstant() + Before;
        var due = await DueRows.SpreadAsync(engine, Database, from, Duration.FromMinutes(1) / PerMinute);
        using (RunningService.Start(engine.ConnectionString(Database)))
        {
            var end = from + Duration.FromMinutes(Minutes) + After;
            await Task.Delay((end - TimeProvider.System.GetUtcNow().ToInstant()).ToTimeSpan(), TimeProvider.System);
        }

        var arrived = receiver.Take();
        var late = arrived.Select(one => (one.At.ToInstant() - due[Conversation(one.Path)]).TotalMilliseconds).ToArray();
        var figures = Figures.Of(late, (Duration.FromMinutes(1) * Minutes).ToTimeSpan());
        var people = arrived.DistinctBy(one => one.Path).Count();
        var wrong = (late.Length, people) == (Nudges, Nudges) && late.Min() >= 0
            ? null
            : $"{late.Length} nudges arrived at {people} people instead of {Nudges}, the earliest {late.Min():F0} ms after it was due";
        report.Times(
            engine.Name, $"{PerMinute} due a minute for {Minutes} minutes, late in ms",
            Measured.Of(wrong, (Measured.P50, figures.P50), ("p95Ms", figures.P95), (Measured.P99, figures.P99), ("mostMs", late.Max())),
            Measured.P50, "p95Ms", Measured.P99, "mostMs");
        report.AtMost(engine.Name, "late, p99", figures.P99 / 1000, MostSeconds, " s");
    }

    private static string Conversation(string path) => Uri.UnescapeDataString(path.Split('/')[3]);
}
