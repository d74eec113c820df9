using NodaTime;

namespace WalkBuddyBot.Nudging.Preview;

/// <summary>
/// The queue at a lane's door, second by second. Permits are evenly spaced, and unused ones are not saved up.
/// </summary>
internal sealed class LaneQueue(int perSecond)
{
    private long _origin;
    private double? _free;
    private Crowd? _crowd;

    /// <summary>How many had their turn later than their grace.</summary>
    public int TooLate { get; private set; }

    /// <summary>The crowd whose last waited longest, of those that have come so far.</summary>
    public Crowd? Worst { get; private set; }

    /// <summary>So many come at a second, not before those that came already.</summary>
    /// <param name="second">Since 1970.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="grace">How many seconds each may wait.</param>
    public void Add(long second, int count, double grace)
    {
        _origin = _free is null ? second : _origin;
        var at = (double)(second - _origin);
        var isNew = _free is not { } free || free <= at;
        var first = isNew ? at : _free!.Value;
        var wait = first - at;
        _free = first + ((double)count / perSecond);
        TooLate += grace < double.MaxValue ? count - InTime(count, grace - wait) : 0;

        var lastOut = At(_free.Value - (1.0 / perSecond));
        var longest = Duration.FromSeconds(wait + ((count - 1.0) / perSecond));
        var waiting = (int)Math.Ceiling(((_free.Value - at) * perSecond) - 1e-6);
        _crowd = isNew
            ? new(At(at), waiting, lastOut, longest)
            : _crowd! with { Queue = Math.Max(_crowd.Queue, waiting), LastOut = lastOut, Wait = Duration.Max(_crowd.Wait, longest) };
        if (Worst is null || _crowd.From == Worst.From || _crowd.Wait > Worst.Wait)
        {
            Worst = _crowd;
        }
    }

    // The first goes at once, the others one interval after the other.
    private int InTime(int count, double left) => left < 0 ? 0 : (int)Math.Min(count, Math.Floor((left * perSecond) + 1e-6) + 1);

    private Instant At(double seconds) => Instant.FromUnixTimeSeconds(_origin) + Duration.FromSeconds(seconds);
}
