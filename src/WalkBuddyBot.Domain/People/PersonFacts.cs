using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>All that code may know of a person in one turn or one mark: bounded, read in one round trip.</summary>
/// <param name="Person">The person.</param>
/// <param name="Last84Days">What was walked in the last twelve weeks, oldest first; days without a walk are absent.</param>
/// <param name="Nudges30Days">The ledger of the last 30 days and whatever still waits, oldest first. Dropped rows are in it.</param>
public sealed record PersonFacts(Person Person, ImmutableArray<WalkDay> Last84Days, ImmutableArray<Outgoing> Nudges30Days);
