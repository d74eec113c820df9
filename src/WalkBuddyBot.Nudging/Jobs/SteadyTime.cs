namespace WalkBuddyBot.Nudging.Jobs;

/// <summary>
/// The alarm clock's time: the wall clock as it was at the start, and from then on what has elapsed. A wall clock that is set back would
/// silence the beats until it is again where it was; what is due is asked of the clock by the database's side, which follows it.
/// </summary>
internal sealed class SteadyTime(TimeProvider time) : TimeProvider
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _started = time.GetTimestamp();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + time.GetElapsedTime(_started);

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
