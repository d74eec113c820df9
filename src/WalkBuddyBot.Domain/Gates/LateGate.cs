using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>A reminder that comes too late is none. Its last moment is still in time.</summary>
internal sealed class LateGate : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now) => now > nudge.Stale ? new Verdict.Drop(DropReasons.Late) : null;
}
