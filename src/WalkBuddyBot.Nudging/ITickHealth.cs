using NodaTime;

namespace WalkBuddyBot.Nudging;

/// <summary>Whether the clock is alive, for readiness.</summary>
public interface ITickHealth
{
    /// <summary>When a tick last came to its end with nothing wrong; null before the first.</summary>
    Instant? LastFinished { get; }
}
