namespace WalkBuddyBot.BotFramework.Limits;

/// <summary>
/// Keeps what one caller can bring about a thousand times from filling the log: it is said at once, then at most every so often, with how
/// often it was meanwhile.
/// </summary>
internal sealed class Seldom(TimeSpan between, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long? _said;
    private int _times;

    /// <summary>Notes that it happened; whether it is to be said now.</summary>
    /// <param name="times">How often it happened since it was said last, this time included.</param>
    public bool IsTime(out int times)
    {
        lock (_gate)
        {
            times = ++_times;
            var now = time.GetTimestamp();
            if (_said is { } said && time.GetElapsedTime(said, now) < between)
            {
                return false;
            }

            (_said, _times) = (now, 0);
            return true;
        }
    }
}
