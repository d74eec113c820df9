using System.Globalization;
using Moq;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using Xunit.Abstractions;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>
/// Hostile and broken activities at the whole service. Bounded by default; 100,000 with <c>WALKBUDDY_FAULTS=full</c>; one again with
/// <c>WALKBUDDY_SEED=</c> the seed that a failure names; with both, 100,000 others, from that seed on.
/// </summary>
public sealed class MessagesFuzzTests(ITestOutputHelper output)
{
    private const int Bounded = 3_000;
    private const int Full = 100_000;
    private const int FirstSeed = 20261123;

    [Fact]
    public void There_are_at_least_two_hundred_shapes() => Assert.True(FuzzCase.Shapes >= 200, $"{FuzzCase.Shapes}");

    [Fact]
    public void A_seed_always_makes_the_same_case() =>
        Assert.All(Enumerable.Range(FirstSeed, 200), seed => Assert.Equal(FuzzCase.Of(seed).Body, FuzzCase.Of(seed).Body));

    [Fact]
    public async Task Nothing_that_is_posted_breaks_the_service()
    {
        await using var run = new FuzzRun();
        foreach (var seed in Seeds())
        {
            await run.PostAsync(seed);
        }

        var share = (double)run.MutantsHandled / Math.Max(run.Mutants, 1);
        output.WriteLine($"{FuzzCase.Shapes} shapes; {run.Mutants} mutants, of which {share:P1} reached the bot; most CPU for one: {run.MostCpu.TotalMilliseconds:0} ms.");
        output.WriteLine("Answers: " + string.Join(", ", run.Statuses.Select(one => $"{one.Key}: {one.Value}")));
        foreach (var failure in run.Failures)
        {
            output.WriteLine(failure);
        }

        Assert.True(run.Failures.Count == 0, $"{run.Failures.Count} failed. {string.Join(Environment.NewLine, run.Failures.Take(5))}");
        Assert.True(share >= 0.3 || run.Mutants < 100, $"Only {share:P1} of the mutants reached the bot.");
    }

    [Fact]
    public async Task A_bot_that_breaks_is_noticed_and_its_seed_is_named()
    {
        var broken = new Mock<IInboundActivities>();
        broken.Setup(bot => bot.HandleAsync(It.IsAny<BotActivity>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("on purpose"));
        await using var run = new FuzzRun(broken.Object);

        for (var seed = FirstSeed; seed < FirstSeed + 20; seed++)
        {
            await run.PostAsync(seed);
        }

        Assert.Contains(run.Failures, failure => failure.Contains("was answered 503", StringComparison.Ordinal)
            && failure.Contains("on purpose", StringComparison.Ordinal) && failure.StartsWith("Seed 202611", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Seeds()
    {
        var given = int.TryParse(Environment.GetEnvironmentVariable("WALKBUDDY_SEED"), CultureInfo.InvariantCulture, out var seed);
        var full = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full";
        return Enumerable.Range(given ? seed : FirstSeed, full ? Full : given ? 1 : Bounded);
    }
}
