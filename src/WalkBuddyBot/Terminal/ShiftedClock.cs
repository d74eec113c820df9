using NodaTime;

namespace WalkBuddyBot.Terminal;

/// <summary>Time that runs as usual, from the moment that <c>--now</c> named.</summary>
internal sealed class ShiftedClock(TimeProvider real, Duration by) : TimeProvider
{
    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + by.ToTimeSpan();

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
