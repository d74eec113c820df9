using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>Off means off: stopped, paused, held after a safety reply, or leaving.</summary>
internal sealed class StandingGate : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now) =>
        facts.Person.Standing.Holds(now) is { } reason ? new Verdict.Drop(reason) : null;
}
