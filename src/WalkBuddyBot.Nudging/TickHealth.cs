using NodaTime;

namespace WalkBuddyBot.Nudging;

internal sealed class TickHealth(IClock clock) : ITickHealth
{
    private long _ticks = long.MinValue;

    public Instant? LastFinished =>
        Interlocked.Read(ref _ticks) is var ticks and not long.MinValue ? Instant.FromUnixTimeTicks(ticks) : null;

    public void Finished() => Interlocked.Exchange(ref _ticks, clock.GetCurrentInstant().ToUnixTimeTicks());
}
