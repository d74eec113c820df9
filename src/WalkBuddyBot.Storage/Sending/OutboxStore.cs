using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Erasing;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>The one outbox.</summary>
internal sealed partial class OutboxStore(
    IStore store,
    Marking marking,
    SavedReferences saved,
    Scrubber scrubber,
    LeaseOptions leases,
    IClock clock,
    ILogger<OutboxStore> log) : IOutbox
{
    // From lane to lane by the index, so that a backlog of any size costs a few steps a lane.
    private const string WaitingDoors = """
        WITH RECURSIVE doors (door) AS (
            SELECT min(door) FROM outgoing WHERE state = 'Waiting'
            UNION ALL
            SELECT (SELECT min(door) FROM outgoing WHERE state = 'Waiting' AND door > doors.door) FROM doors WHERE door IS NOT NULL)
        """;

    private const string WaitingIn = "SELECT seq FROM outgoing WHERE state = 'Waiting' AND door = @lane";

    private const string FreeExpired = """
        UPDATE outgoing SET state = 'Waiting', lease_owner = NULL, lease_until = NULL WHERE state = 'Leased' AND lease_until <= @now
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
        var rows = await store.WriteAsync(by, session => Take(session, lane, most), cancellationToken);
        return [.. rows.OrderBy(row => row.Urgency).ThenBy(row => row.NotBefore)];
    }

    public Task<IReadOnlyList<Outgoing>> MarkAsync(
        IReadOnlyList<Outgoing> leased, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken) =>
        marking.MarkAsync(leased, gate, cancellationToken);

    public async Task SettleAsync(IReadOnlyList<Outgoing> settled, CancellationToken cancellationToken)
    {
        var bodies = settled.Select(OutgoingRows.Body).ToArray();
        var by = settled.Any(row => row.Nudge is null) ? WorkClass.Chat : WorkClass.Dispatch;
        if (await store.WriteAsync(by, session => Settle(session, settled, bodies), cancellationToken))
        {
            scrubber.Owe();
        }
    }

    public Task<IReadOnlyList<Outgoing>> RecoverAsync(bool atStart, CancellationToken cancellationToken) =>
        store.WriteAsync(WorkClass.Dispatch, session => Recovery.Run(session, atStart, clock.Now()), cancellationToken);

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
                    SELECT min(not_before) FROM outgoing WHERE state = 'Sending')
                """);
            return oldest is { } at && at <= now ? Duration.FromMilliseconds(now - at) : (Duration?)null;
        },
        cancellationToken);

    private List<Outgoing> Take(Session session, string lane, int most)
    {
        var now = clock.Now();
        session.Run(FreeExpired, ("@now", now));
        var seqs = session.All(
            lane == PaceOptions.ReplyLane
                ? $"{WaitingIn} AND not_before <= @now ORDER BY urgency, not_before LIMIT @most"
                : $"{WaitingIn} AND urgency = 2 AND not_before <= @now ORDER BY not_before LIMIT @most",
            row => row.GetInt64(0),
            ("@lane", lane),
            ("@now", now),
            ("@most", (long)most));
        var lease = Lease.Taken(store.Owner, now, leases);
        var taken = new List<Outgoing>(seqs.Count);
        foreach (var seq in seqs)
        {
            session.Run(
                "UPDATE outgoing SET state = 'Leased', lease_owner = @owner, lease_until = @until WHERE seq = @seq",
                ("@owner", lease.Owner),
                ("@until", lease.Until),
                ("@seq", seq));
            if (Read(session, seq, now) is { } row)
            {
                taken.Add(row);
            }
        }

        return taken;
    }

    // A row that cannot be read would come back for ever: it is set aside.
    private Outgoing? Read(Session session, long seq, long now)
    {
        try
        {
            return session.First($"SELECT {OutgoingRows.Columns} FROM outgoing WHERE seq = @seq", OutgoingRows.Read, ("@seq", seq));
        }
        catch (UnreadableRowException)
        {
            Unreadable(log, seq);
            session.Run(
                """
                UPDATE outgoing SET state = 'Failed', reason = 'unreadable', settled_at = @now, lease_owner = NULL, lease_until = NULL
                WHERE seq = @seq
                """,
                ("@now", now),
                ("@seq", seq));
            return null;
        }
    }

    /// <returns>Whether the last of an erased person went.</returns>
    private bool Settle(Session session, IReadOnlyList<Outgoing> settled, string?[] bodies)
    {
        var now = clock.Now();
        var gone = false;
        for (var i = 0; i < settled.Count; i++)
        {
            var row = settled[i];
            var ended = OutgoingRows.IsSettled(row.State);
            if (row is { State: OutgoingState.Dropped, Reason: DropReasons.Gone })
            {
                Lose(session, row, now);
            }

            if (ErasedRows.Ended(session, row.Id))
            {
                gone = true;
                continue;
            }

            // An answer to someone of whom nothing is kept leaves nothing behind.
            if (ended && row is { Person: null, Nudge: null })
            {
                session.Run("DELETE FROM outgoing WHERE id = @id AND person IS NULL", ("@id", row.Id.Value.Blob()));
                gone |= ReferenceStore.Leave(session, row.To) > 0;
                continue;
            }

            // A nudge keeps its words, to be folded later; a reply that has arrived is the channel's to keep.
            var body = row.State == OutgoingState.Sent && row.Nudge is null ? null : bodies[i];
            session.Run(
                """
                UPDATE outgoing SET state = @state, reason = @reason, attempts = @attempts, not_before = @not_before, body = @body,
                    activity_id = @activity_id, lease_owner = NULL, lease_until = NULL, settled_at = @settled
                WHERE id = @id AND state NOT IN ('Sent', 'Failed', 'Dropped')
                """,
                ("@state", row.State.ToString()),
                ("@reason", row.Reason),
                ("@attempts", (long)row.Attempts),
                ("@not_before", row.NotBefore.Millis()),
                ("@body", body),
                ("@activity_id", row.ActivityId),
                ("@settled", ended ? now : null),
                ("@id", row.Id.Value.Blob()));
        }

        return gone;
    }

    // The channel said so to one row. What else was to be said there is not tried one by one.
    private void Lose(Session session, Outgoing row, long now)
    {
        saved.Forget(ReferenceStore.Key(row.To));
        ReferenceStore.Lose(session, row.To);
        session.Run(
            row.Person is null
                ? "DELETE FROM outgoing WHERE person IS NOT DISTINCT FROM @person AND address = @address AND schedule IS NULL AND state = 'Waiting'"
                : """
                UPDATE outgoing SET state = 'Dropped', reason = 'gone', settled_at = @now
                WHERE person IS NOT DISTINCT FROM @person AND address = @address AND schedule IS NULL AND state = 'Waiting'
                """,
            ("@person", row.Person?.Value.Blob()),
            ("@address", row.To.Value.Blob()),
            ("@now", now));
    }

    [LoggerMessage(1, LogLevel.Error, "Outgoing row {Row} cannot be read and is set aside as failed.")]
    private static partial void Unreadable(ILogger logger, long row);
}
