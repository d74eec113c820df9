using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Erasing;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>The one outbox.</summary>
internal sealed class OutboxStore(
    IStore store,
    Marking marking,
    Taking taking,
    Settling settling,
    Scrubber scrubber,
    IClock clock) : IOutbox
{
    // From lane to lane by the index, so that a backlog of any size costs a few steps a lane.
    private const string WaitingDoors = """
        WITH RECURSIVE doors (door) AS (
            SELECT min(door) FROM outgoing WHERE state = 'Waiting'
            UNION ALL
            SELECT (SELECT min(door) FROM outgoing WHERE state = 'Waiting' AND door > doors.door) FROM doors WHERE door IS NOT NULL)
        """;

    public Task<IReadOnlyList<string>> LanesAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<string>>(
        session => session.All(
            $"""
            {WaitingDoors}
            SELECT door FROM doors WHERE door IS NOT NULL AND EXISTS (
                SELECT 1 FROM outgoing o WHERE o.state = 'Waiting' AND o.door = doors.door AND o.urgency IN (0, 1, 2, 3)
                    AND o.not_before <= @now)
            UNION
            SELECT door FROM outgoing WHERE state = 'Leased' AND lease_until <= @now
            """,
            row => row.GetString(0),
            ("@now", clock.Now())),
        cancellationToken);

    public async Task<IReadOnlyList<Outgoing>> LeaseAsync(string lane, int most, CancellationToken cancellationToken)
    {
        var by = lane == PaceOptions.ReplyLane ? WorkClass.Chat : WorkClass.Dispatch;
        var rows = await store.WriteAsync(by, session => taking.Take(session, lane, most), cancellationToken);
        return [.. rows.OrderBy(row => row.Urgency).ThenBy(row => row.NotBefore)];
    }

    public Task<IReadOnlyList<Outgoing>> MarkAsync(
        IReadOnlyList<Outgoing> leased, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken) =>
        marking.MarkAsync(leased, gate, cancellationToken);

    public async Task SettleAsync(IReadOnlyList<Outgoing> settled, CancellationToken cancellationToken)
    {
        var by = settled.Any(row => row.Nudge is null) ? WorkClass.Chat : WorkClass.Dispatch;
        if (await store.WriteAsync(by, session => settling.Settle(session, settled), cancellationToken))
        {
            scrubber.Owe();
        }
    }

    /// <summary>Prolongs what this node has in hand, leased or marked; what is another's by now is left alone.</summary>
    public Task RenewAsync(IReadOnlyList<OutgoingId> inHand, CancellationToken cancellationToken) => inHand.Count == 0
        ? Task.CompletedTask
        : store.WriteAsync(WorkClass.Dispatch, session => taking.Renew(session, inHand), cancellationToken);

    /// <summary>Gives back what was leased and not marked: it waits as it did, and that was no attempt.</summary>
    public Task ReturnAsync(IReadOnlyList<Outgoing> leased, CancellationToken cancellationToken) => leased.Count == 0
        ? Task.CompletedTask
        : store.WriteAsync(WorkClass.Dispatch, session => taking.Return(session, leased), cancellationToken);

    public Task<IReadOnlyList<Outgoing>> RecoverAsync(bool atStart, CancellationToken cancellationToken) =>
        store.WriteAsync(WorkClass.Dispatch, session => Recovery.Run(session, atStart && store.IsAlone, clock.Now()), cancellationToken);

    public Task<string?> ActivityIdOfAsync(OutgoingId id, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.Text("SELECT activity_id FROM outgoing WHERE id = @id", ("@id", id.Value.Blob())), cancellationToken);

    public Task<Duration?> OldestDueAsync(CancellationToken cancellationToken) => store.ReadAsync(
        session =>
        {
            var now = clock.Now();
            var oldest = session.Number(
                $"""
                {WaitingDoors}
                SELECT min(oldest) FROM (
                    SELECT (SELECT min(o.not_before) FROM outgoing o WHERE o.state = 'Waiting' AND o.door = doors.door
                        AND o.urgency = u.urgency) AS oldest
                    FROM doors, (SELECT 0 AS urgency UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) u
                    WHERE doors.door IS NOT NULL
                    UNION ALL
                    SELECT min(not_before) FROM outgoing WHERE state = 'Leased'
                    UNION ALL
                    SELECT min(not_before) FROM outgoing WHERE state = 'Sending') all_of_them
                """);
            return oldest is { } at && at <= now ? Duration.FromMilliseconds(now - at) : (Duration?)null;
        },
        cancellationToken);
}
