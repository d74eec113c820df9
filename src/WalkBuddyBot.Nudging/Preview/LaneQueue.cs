using NodaTime;

namespace WalkBuddyBot.Nudging.Preview;

/// <summary>
/// The queue at a lane's door, second by second. Permits are evenly spaced, and unused ones are not saved up. Time is counted in
/// permits, so that nothing is rounded.
/// </summary>
internal sealed class LaneQueue(int perSecond)
{
    private long _free = long.MinValue;
    private Crowd? _crowd;

    /// <summary>How many had their turn later than their grace.</summary>
    public int TooLate { get; private set; }

    /// <summary>The crowd whose last waited longest, of those that have come so far.</summary>
    public Crowd? Worst { get; private set; }

    /// <summary>So many come at a second, not before those that came already.</summary>
    /// <param name="second">Since 1970.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="grace">How long each may wait; null where that matters no more.</param>
    public void Add(long second, int count, Duration? grace)
    {
        var at = second * perSecond;
        var isNew = _free <= at;
        var wait = isNew ? 0 : _free - at;
        _free = at + wait + count;
        if (grace is { } most)
        {
            TooLate += count - (int)Math.Clamp((long)Math.Floor(most.TotalSeconds * perSecond) - wait + 1, 0, count);
        }

        var queue = (int)(_free - at);
        var lastOut = Instant.FromUnixTimeSeconds(second) + Length(queue - 1);
        var longest = Length(queue - 1);
        _crowd = isNew
            ? new(Instant.FromUnixTimeSeconds(second), queue, lastOut, longest)
            : _crowd! with { Queue = Math.Max(_crowd.Queue, queue), LastOut = lastOut, Wait = Duration.Max(_crowd.Wait, longest) };
        if (Worst is null || _crowd.From == Worst.From || _crowd.Wait > Worst.Wait)
        {
            Worst = _crowd;
        }
    }

    private Duration Length(int permits) => Duration.FromSeconds((double)permits / perSecond);
}
