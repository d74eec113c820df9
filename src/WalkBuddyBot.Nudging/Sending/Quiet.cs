using NodaTime;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>How long a lane keeps quiet because its channel asked for it.</summary>
internal sealed class Quiet(TimeProvider time)
{
    private static readonly Duration Longest = Duration.FromSeconds(30);
    private static readonly Duration LongEnough = Duration.FromSeconds(1);
    private static readonly TimeSpan Same = TimeSpan.FromMilliseconds(100);
    private readonly Lock _gate = new();
    private long _from;
    private TimeSpan _length;
    private int _times;

    public bool Lasts
    {
        get
        {
            lock (_gate)
            {
                return _length > time.GetElapsedTime(_from);
            }
        }
    }

    /// <summary>Whether the channel has taken nothing since it asked to wait: then one message finds out for all.</summary>
    public bool IsToBeTried => Volatile.Read(ref _times) > 0;

    /// <summary>Asked again and again and told no time, or none worth the name, it waits longer each time: 1, 2, 4 seconds and so on.</summary>
    /// <returns>How long from now; null where it keeps quiet for so long already, as the answers to what was under way do not add up.</returns>
    public Duration? Extend(Duration asked)
    {
        lock (_gate)
        {
            var left = _length - time.GetElapsedTime(_from);
            if (left > TimeSpan.Zero && asked.ToTimeSpan() <= left + Same)
            {
                return null;
            }

            var own = Duration.Min(Longest, Duration.FromSeconds(1L << Math.Min(_times, 5)));
            _times += left > TimeSpan.Zero ? 0 : 1;
            var length = asked <= Duration.FromSeconds(1) ? own : asked;
            (_from, _length) = (time.GetTimestamp(), length.ToTimeSpan());
            return length;
        }
    }

    /// <summary>Another node was asked to wait.</summary>
    public void Mind(Duration length)
    {
        lock (_gate)
        {
            if (length > LongEnough && length.ToTimeSpan() > _length - time.GetElapsedTime(_from))
            {
                (_from, _length) = (time.GetTimestamp(), length.ToTimeSpan());
            }
        }
    }

    /// <summary>The channel took a message: it takes them again, unless this one had begun before it asked to wait.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _times = _length > time.GetElapsedTime(_from) ? _times : 0;
        }
    }
}
