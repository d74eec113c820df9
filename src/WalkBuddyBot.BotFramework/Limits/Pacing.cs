namespace WalkBuddyBot.BotFramework.Limits;

/// <summary>
/// Counts calls against a rate by the generic cell rate algorithm: one number a caller, the moment until which its calls have been spent.
/// In no span of time do more pass than <see cref="Rate.Calls"/> and one for each share of the period that fits into the span.
/// </summary>
internal sealed class Pacing(Rate rate, TimeProvider time)
{
    /// <summary>What a caller that never called has spent.</summary>
    public const long Nothing = long.MinValue;

    // Rounded up, so that rounding never lets one more pass.
    private readonly long _share = (long)Math.Ceiling(rate.Period.TotalSeconds * time.TimestampFrequency / rate.Calls);

    /// <summary>The moment, in the clock's own ticks; they only go forward, whatever is done to the date.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>In how many ticks any budget is whole again.</summary>
    public long Whole => _share * rate.Calls;

    /// <summary>Spends one call if the budget has one left; a refused call costs nothing.</summary>
    /// <param name="spentUntil">The caller's number.</param>
    /// <param name="now">The moment of the call.</param>
    /// <param name="retryAfter">Where there was none left: in how many whole seconds there is one.</param>
    public bool TryTake(ref long spentUntil, long now, out int retryAfter)
    {
        var spent = Math.Max(spentUntil, now) + _share;
        var early = spent - Whole - now;
        if (early > 0)
        {
            retryAfter = (int)Math.Ceiling((double)early / time.TimestampFrequency);
            return false;
        }

        spentUntil = spent;
        retryAfter = 0;
        return true;
    }
}
