namespace WalkBuddyBot.Benchmarks;

/// <summary>A rate and what single works took, in milliseconds.</summary>
internal sealed record Figures(double PerSecond, double P50, double P95, double P99)
{
    public static Figures Of(double[] took, TimeSpan whole)
    {
        double[] sorted = [.. took.Order()];
        return new(took.Length / whole.TotalSeconds, sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100], sorted[sorted.Length * 99 / 100]);
    }

    /// <summary>The median of each figure over some rounds.</summary>
    public static Figures Median(IReadOnlyCollection<Figures> rounds) =>
        new(Middle(rounds, f => f.PerSecond), Middle(rounds, f => f.P50), Middle(rounds, f => f.P95), Middle(rounds, f => f.P99));

    private static double Middle(IReadOnlyCollection<Figures> rounds, Func<Figures, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
