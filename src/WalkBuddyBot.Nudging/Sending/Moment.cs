using NodaTime;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>When a permit is to be used, on the clock of this process.</summary>
/// <param name="From">When the pace was asked.</param>
/// <param name="After">How long after that.</param>
/// <param name="IsExact">Whether the permits of the lane have moments at all.</param>
internal readonly record struct Moment(long From, Duration After, bool IsExact)
{
    // Two thirds of an interval at the usual pace: later than that it could fall together with those of other nodes.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(60);

    public TimeSpan Left(TimeProvider time) => After.ToTimeSpan() - time.GetElapsedTime(From);

    public bool IsMissed(TimeProvider time) => IsExact && Left(time) < -Slack;
}
