using System.Collections.Immutable;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>A turn that was committed.</summary>
/// <param name="Before">What was known when it began.</param>
/// <param name="Outcome">What followed.</param>
/// <param name="Rows">Its replies as rows, leased to us.</param>
/// <param name="Answer">What the channel is answered, with the replies where it waits for them.</param>
internal sealed record Ended(PersonFacts? Before, TurnOutcome Outcome, ImmutableArray<Outgoing> Rows, InboundAnswer Answer)
{
    /// <summary>Whether this turn is the one that stopped everything.</summary>
    public bool Stops => Outcome.After?.Standing is Standing.Stopped && Before is { Person.Standing: not Standing.Stopped };

    /// <summary>Whether this turn erased the person.</summary>
    public bool Erases => Outcome.Erases();

    /// <summary>Whose nudges must have come to rest before the replies go out; null where nobody's must.</summary>
    public PersonId? Silenced => Stops || Erases ? Before?.Person.Id : null;
}
