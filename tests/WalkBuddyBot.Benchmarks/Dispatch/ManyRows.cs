using WalkBuddyBot.Benchmarks.Dispatch.Databases;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>A million people: what a tick with nothing to do costs, what memory it takes, and how long a hundred thousand take.</summary>
internal sealed class ManyRows(Engine engine, Report report, string serviceUrl)
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int Warm = 1_000;

    /// <param name="megabytes">What it took with some ten thousand people.</param>
    public async Task RunAsync(double megabytes)
    {
        var few = await EmptyAsync("crowd_few", Few);
        await engine.DropAsync("crowd_few");
        var many = await EmptyAsync("crowd_many", Many);
        if (engine.Name == SqliteEngine.Called)
        {
            report.AtMost(engine.Name, "tick with nothing due, 1,000,000 beside 1,000", many[Measured.P50] / few[Measured.P50], 3, "x");
        }
        else
        {
            report.AtMost(engine.Name, "tick with nothing due of 1,000,000, p50", many[Measured.P50], 10, " ms");
        }

        var some = await DrainAsync(10_000, every: 90, rest: 0);
        report.AtMost(engine.Name, "memory, 10,000 due of 1,000,000 beside of 22,000", some[Measured.Megabytes] / megabytes, 1.5, "x");
        await DrainAsync(100_000, every: 9, rest: 4);
        await engine.DropAsync("crowd_many");
    }

    private async Task<Measured> EmptyAsync(string database, int people)
    {
        var made = await Child.RunAsync(Cases.Crowd, engine, database, Child.Word(people), serviceUrl);
        report.Case(engine.Name, $"(filling it with {people} people)", people, made);
        var measured = await Child.RunAsync(Cases.Empty, engine, database);
        report.Times(engine.Name, $"tick with nothing due of {people}", measured, Measured.P50, Measured.P99, Measured.Megabytes);
        return measured;
    }

    private async Task<Measured> DrainAsync(int due, int every, int rest)
    {
        var measured = await Child.RunAsync(
            Cases.Ours, engine, "crowd_many", Child.Word(Warm), Child.Word(due), Child.Word(every), Child.Word(rest));
        report.Case(engine.Name, $"WalkBuddy, {due} due of {Many}, {measured[Measured.Megabytes]:F0} MB", due, measured);
        return measured;
    }
}
