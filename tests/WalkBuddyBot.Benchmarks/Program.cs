using WalkBuddyBot.Benchmarks;
using WalkBuddyBot.Benchmarks.Dispatch;

return args switch
{
    ["turns"] => await TurnsBenchmark.RunAsync(),
    ["understand"] => UnderstandBenchmark.Run(),
    ["dispatch"] => await DispatchBenchmark.RunAsync(only: null),
    ["dispatch", "--lateness"] => await LatenessBenchmark.RunAsync(only: null),
    ["dispatch", "--only", var database] => await DispatchBenchmark.RunAsync(database),
    ["dispatch", "--lateness", "--only", var database] => await LatenessBenchmark.RunAsync(database),
    [Child.Command, .. var words] => await Child.ObeyAsync(words),
    // Each on its own feet: understanding first, for it is measured on the thread that starts.
    ["all"] => Math.Max(UnderstandBenchmark.Run(), Math.Max(await TurnsBenchmark.RunAsync(), await DispatchBenchmark.RunAsync(only: null))),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Use: turns | understand | dispatch [--lateness] [--only SQLite|PostgreSQL] | all");
    return 2;
}
