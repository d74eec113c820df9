using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>
/// Writes how rows ended. Only who holds a row ends it: a node that comes late finds it free, or another's, and changes nothing. But of
/// a row that was given up as uncertain the one who sent it can still say how it ended, and of one that waits again that it was sent.
/// </summary>
internal sealed class Settling(IStore store, SavedReferences saved, IClock clock)
{
    /// <returns>Whether the last of an erased person went.</returns>
    public bool Settle(Session session, IReadOnlyList<Outgoing> settled)
    {
        var now = clock.Now();
        foreach (var row in settled.Where(row => row is { State: OutgoingState.Dropped, Reason: DropReasons.Gone }))
        {
            Lose(session, row, now);
        }

        var erased = Erased(session, settled);
        var gone = erased.Count > 0;
        var kept = new List<Outgoing>(settled.Count);
        foreach (var row in settled.Where(row => !erased.Contains(row.Id)))
        {
            // An answer to someone of whom nothing is kept leaves nothing behind.
            if (OutgoingRows.IsSettled(row.State) && row is { Person: null, Nudge: null })
            {
                session.Run("DELETE FROM outgoing WHERE id = @id AND person IS NULL", ("@id", row.Id.Value.Blob()));
                gone |= ReferenceStore.Leave(session, row.To) > 0;
            }
            else
            {
                kept.Add(row);
            }
        }

        Write(session, kept, now);
        return gone;
    }

    // What was on its way when its person was erased vanishes now.
    private static HashSet<OutgoingId> Erased(Session session, IReadOnlyList<Outgoing> settled)
    {
        var given = Given.Ids(settled.Select(row => row.Id.Value));
        return
        [
            .. session.All(
                $"""
                DELETE FROM outgoing
                WHERE state = 'Sending' AND reason = 'erased' AND id IN (SELECT given_id FROM {session.Relation(given)})
                RETURNING id
                """,
                row => new OutgoingId(row.Id(0)),
                Session.Pass(given)),
        ];
    }

    private void Write(Session session, List<Outgoing> settled, long now)
    {
        if (settled.Count == 0)
        {
            return;
        }

        var given = new Given(
            ("row_id", GivenType.Id),
            ("ended", GivenType.Text),
            ("why", GivenType.Text),
            ("tries", GivenType.Number),
            ("earliest", GivenType.Number),
            ("activity", GivenType.Text),
            ("settled", GivenType.Number));
        foreach (var row in settled)
        {
            given.Add(
                row.Id.Value,
                row.State.ToString(),
                row.Reason,
                (long)row.Attempts,
                row.NotBefore.Millis(),
                row.ActivityId,
                OutgoingRows.IsSettled(row.State) ? now : null);
        }

        // A nudge keeps its words, to be folded later; a reply that has arrived is the channel's to keep.
        session.Run(
            $"""
            UPDATE outgoing SET state = given.ended, reason = given.why, attempts = given.tries, not_before = given.earliest,
                body = CASE WHEN given.ended = 'Sent' AND schedule IS NULL THEN NULL ELSE body END, activity_id = given.activity,
                lease_owner = NULL, lease_until = NULL, settled_at = given.settled
            FROM {session.Relation(given)}
            WHERE id = given.row_id AND (
                (state IN ('Leased', 'Sending') AND lease_owner = @owner)
                OR (state = 'Uncertain' AND given.ended IN ('Sent', 'Failed', 'Dropped'))
                OR (state = 'Waiting' AND given.ended = 'Sent'))
            """,
            Session.Pass(given),
            ("@owner", store.Owner));
    }

    // The channel said so to one row. What else was to be said there is not tried one by one.
    private void Lose(Session session, Outgoing row, long now)
    {
        saved.Forget(ReferenceStore.Key(row.To));
        ReferenceStore.Lose(session, row.To);
        session.Run(
            row.Person is null
                ? """
                DELETE FROM outgoing
                WHERE person IS NOT DISTINCT FROM @person AND address = @address AND schedule IS NULL AND state = 'Waiting'
                """
                : """
                UPDATE outgoing SET state = 'Dropped', reason = 'gone', settled_at = @now
                WHERE person IS NOT DISTINCT FROM @person AND address = @address AND schedule IS NULL AND state = 'Waiting'
                """,
            ("@person", row.Person?.Value.Blob()),
            ("@address", row.To.Value.Blob()),
            ("@now", now));
    }
}
