using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>The one outbox: replies, nudges and updates of older cards.</summary>
public interface IOutbox
{
    /// <summary>
    /// The lanes that have something waiting whose time has come. Replies left over by a crash have the lane <c>reply</c>.
    /// </summary>
    Task<IReadOnlyList<string>> LanesAsync(CancellationToken cancellationToken);

    /// <summary>Takes rows of a lane for the length of a lease, most urgent first, then oldest.</summary>
    Task<IReadOnlyList<Outgoing>> LeaseAsync(string lane, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Right before sending: under each person's lock, with none of theirs on its way, asks the gate and writes its verdict. Returns the
    /// rows marked <see cref="OutgoingState.Sending"/> with their bodies (to be sent at once, each once), and the rows that were dropped or
    /// put back with the reason.
    /// </summary>
    /// <param name="leased">
    /// Rows of <see cref="LeaseAsync"/>. A row that is no longer leased to the caller is left out of the answer.
    /// </param>
    /// <param name="gate">Asked with the person's facts for rows that carry a nudge. Pure; called outside the writer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Outgoing>> MarkAsync(
        IReadOnlyList<Outgoing> leased, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken);

    /// <summary>
    /// Prolongs the leases of rows that the caller still has in hand, leased or marked, counted from now; also one that ended, as long as
    /// nobody took the row meanwhile. A row that is no longer the caller's is left alone.
    /// </summary>
    Task RenewAsync(IReadOnlyList<OutgoingId> inHand, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives rows back that were leased and not marked: they wait again, as they were.</summary>
    Task ReturnAsync(IReadOnlyList<Outgoing> leased, CancellationToken cancellationToken) =>
        SettleAsync([.. leased.Select(row => row with { State = OutgoingState.Waiting })], cancellationToken);

    /// <summary>
    /// Writes how rows ended: sent, waiting with a not-before, uncertain, failed, dropped. Only the node that holds a row ends it; one that
    /// comes late can still say of an uncertain row how it ended.
    /// </summary>
    Task SettleAsync(IReadOnlyList<Outgoing> settled, CancellationToken cancellationToken);

    /// <summary>
    /// Gives back what a dead node had: expired leases wait again; what was marked is in doubt and is resent or uncertain as its row says.
    /// At the start of a service on SQLite every lease is void.
    /// </summary>
    /// <param name="atStart">Whether all leases are void.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows that became uncertain.</returns>
    Task<IReadOnlyList<Outgoing>> RecoverAsync(bool atStart, CancellationToken cancellationToken);

    /// <summary>The channel's id of a row's message; null where it said none, or the row is no longer kept.</summary>
    Task<string?> ActivityIdOfAsync(OutgoingId id, CancellationToken cancellationToken);

    /// <summary>The age of the oldest row whose time has come and that nobody has sent; null when there is none. For readiness.</summary>
    Task<Duration?> OldestDueAsync(CancellationToken cancellationToken);
}
