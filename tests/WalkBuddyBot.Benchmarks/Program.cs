using WalkBuddyBot.Benchmarks;

return args switch
{
    ["turns"] => await TurnsBenchmark.RunAsync(),
    ["understand"] => UnderstandBenchmark.Run(),
    // Each on its own feet: understanding first, for it is measured on the thread that starts.
    ["all"] => Math.Max(UnderstandBenchmark.Run(), await TurnsBenchmark.RunAsync()),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Use: turns | understand | all");
    return 2;
}
