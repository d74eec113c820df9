using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>Reminders into a page that nobody opens rest: nothing piles up for a return that may never come.</summary>
/// <param name="unseen">How long a page may stay closed.</param>
internal sealed class AwayGate(Duration unseen) : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now) =>
        facts.SeenAt is { } seen && now - seen >= unseen ? new Verdict.Drop(DropReasons.Away) : null;
}
