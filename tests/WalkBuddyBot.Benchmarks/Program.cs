using WalkBuddyBot.Benchmarks;

return args switch
{
    ["turns"] or ["all"] => await TurnsBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Use: turns | all");
    return 2;
}
