using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>The memory of a turn: load, then one commit.</summary>
public interface ITurns
{
    /// <summary>
    /// What is known of whoever speaks from an address; null when nobody is kept. Who is known from another conversation (the same member
    /// of the same channel and tenant) is the same person here.
    /// </summary>
    Task<PersonFacts?> FindAsync(Address from, CancellationToken cancellationToken);

    /// <summary>
    /// ONE commit: the person at version + 1, the effects, the replies as outgoing rows, and the inbox row done with its answer and its
    /// text erased. Nothing of it happens unless all does.
    /// </summary>
    /// <param name="heard">What was heard; its key names the inbox row.</param>
    /// <param name="seenVersion">The version the outcome was made from; null when nobody was kept.</param>
    /// <param name="outcome">What follows.</param>
    /// <param name="answer">What the channel is answered, kept for a repeat; null where the channel waits for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<TurnEnd> CommitAsync(Heard heard, long? seenVersion, TurnOutcome outcome, string? answer, CancellationToken cancellationToken);

    /// <summary>
    /// A turn ended in a defect of ours. Null while it may be tried again. The last time that is tolerated, ONE commit: the inbox row is
    /// failed and its text erased, and these words wait to be sent, leased to the caller.
    /// </summary>
    /// <param name="heard">What was heard; its key names the inbox row.</param>
    /// <param name="lastWord">What is said once it is given up.</param>
    /// <param name="answer">The same as the channel's answer, kept for a repeat; null where the channel waits for none.</param>
    /// <param name="most">How often it may end like this.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ImmutableArray<Outgoing>?> FailAsync(
        Heard heard, Reply lastWord, string? answer, int most, CancellationToken cancellationToken);

    /// <summary>Ends when none of the person's nudges is on its way, or after <paramref name="most"/>: then false.</summary>
    Task<bool> NoneSendingAsync(PersonId person, NodaTime.Duration most, CancellationToken cancellationToken);
}
