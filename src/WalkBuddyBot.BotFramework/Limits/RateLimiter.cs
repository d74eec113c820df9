namespace WalkBuddyBot.BotFramework.Limits;

/// <summary>
/// Holds each of many callers to one rate, on this node. It remembers a bounded number of them: whoever has not called for a whole period
/// has a whole budget again and needs no place, and when too many call at once those that were silent longest are forgotten first.
/// </summary>
/// <remarks>The framework's limiters read the wall clock themselves, and grant a token bucket's rate twice over at the beginning.</remarks>
internal sealed class RateLimiter(Rate rate, TimeProvider time, int mostCallers = 100_000)
{
    private readonly Pacing _pacing = new(rate, time);
    private readonly Lock _gate = new();

    // Two generations: a call brings its caller into the younger one, and the elder is forgotten as a whole.
    private Dictionary<string, long> _younger = new(StringComparer.Ordinal);
    private Dictionary<string, long> _elder = new(StringComparer.Ordinal);
    private long _next = Pacing.Nothing;

    /// <summary>How many callers are remembered just now.</summary>
    public int Callers
    {
        get
        {
            lock (_gate)
            {
                return _younger.Count + _elder.Count;
            }
        }
    }

    /// <summary>Whether this call may go on.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="retryAfter">Where it may not: the whole seconds after which it may, for <c>Retry-After</c>.</param>
    public bool TryTake(string caller, out int retryAfter)
    {
        lock (_gate)
        {
            var now = _pacing.Now;
            MakeRoom(now);
            var spent = _younger.TryGetValue(caller, out var known) || _elder.Remove(caller, out known) ? known : Pacing.Nothing;
            var taken = _pacing.TryTake(ref spent, now, out retryAfter);
            _younger[caller] = spent;
            return taken;
        }
    }

    private void MakeRoom(long now)
    {
        if (now < _next && _younger.Count < mostCallers / 2)
        {
            return;
        }

        _elder = _younger;
        _younger = new Dictionary<string, long>(StringComparer.Ordinal);
        _next = now + _pacing.Whole;
    }
}
