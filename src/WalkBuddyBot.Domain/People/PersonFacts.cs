using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>All that code may know of a person in one turn or one mark: bounded, read in one round trip.</summary>
/// <param name="Person">The person.</param>
/// <param name="Last84Days">What was walked in the last twelve weeks, oldest first; days without a walk are absent.</param>
/// <param name="Nudges30Days">The ledger of the last 30 days and whatever still waits, oldest first. Dropped rows are in it.</param>
public sealed record PersonFacts(Person Person, ImmutableArray<WalkDay> Last84Days, ImmutableArray<Outgoing> Nudges30Days)
{
    /// <summary>
    /// When a page of our own web chat last asked for the conversation that nudges go to; null where that is known of no page (another
    /// channel, or nobody kept).
    /// </summary>
    public Instant? SeenAt { get; init; }

    /// <summary>
    /// The addresses where the channel last said that the conversation is gone, or that the bot is blocked there. Speaking there, or
    /// installing the bot anew, ends it.
    /// </summary>
    public ImmutableHashSet<AddressId> Gone { get; init; } = [];
}
