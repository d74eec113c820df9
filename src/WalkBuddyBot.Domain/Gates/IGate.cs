using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>One rule that can hold a nudge back. Pure: the same facts give the same verdict.</summary>
public interface IGate
{
    /// <summary>Null to let it pass, else <see cref="Verdict.Drop"/> or <see cref="Verdict.Wait"/> with the reason.</summary>
    Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now);
}
