namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>How long a message took, in milliseconds.</summary>
/// <param name="Median">Half took no longer.</param>
/// <param name="P95">Nineteen in twenty took no longer.</param>
/// <param name="P99">Ninety-nine in a hundred took no longer.</param>
/// <param name="Most">The slowest.</param>
public sealed record Latency(double Median, double P95, double P99, double Most)
{
    /// <summary>By nearest rank; not numbers when there is nothing.</summary>
    public static Latency Of(IEnumerable<TimeSpan> took)
    {
        double[] sorted = [.. took.Select(time => time.TotalMilliseconds).Order()];
        return new(At(0.5), At(0.95), At(0.99), At(1));

        double At(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
