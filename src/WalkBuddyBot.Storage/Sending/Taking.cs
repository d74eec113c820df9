using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>
/// Rows that a node takes in hand, keeps and gives back. Of several nodes each takes other rows, and none waits for another.
/// </summary>
internal sealed partial class Taking(IStore store, LeaseOptions leases, IClock clock, ILogger<Taking> log)
{
    public List<Outgoing> Take(Session session, string lane, int most)
    {
        var now = clock.Now();
        FreeExpired(session, now);
        var lease = Lease.Taken(store.Owner, now, leases);
        var which = lane == PaceOptions.ReplyLane ? "ORDER BY urgency, not_before" : "AND urgency = 2 ORDER BY not_before";
        var taken = session.All(
            $"""
            WITH free AS MATERIALIZED (
                SELECT seq FROM outgoing WHERE state = 'Waiting' AND door = @lane AND not_before <= @now {which} LIMIT @most
                {session.ForUpdateOfFree})
            UPDATE outgoing SET state = 'Leased', lease_owner = @owner, lease_until = @until WHERE seq IN (SELECT seq FROM free)
            RETURNING {OutgoingRows.Columns}, seq
            """,
            row => (Row: ReadOrNull(row), Seq: row.GetInt64(OutgoingRows.Width)),
            ("@lane", lane),
            ("@now", now),
            ("@most", (long)most),
            ("@owner", lease.Owner),
            ("@until", lease.Until));
        foreach (var (_, seq) in taken.Where(found => found.Row is null))
        {
            SetAside(session, seq, now);
        }

        return [.. taken.Select(found => found.Row).OfType<Outgoing>()];
    }

    public int Renew(Session session, IReadOnlyList<OutgoingId> inHand)
    {
        var now = clock.Now();
        var given = Given.Ids(inHand.Select(id => id.Value));
        return session.Run(
            $"""
            UPDATE outgoing SET lease_until = CASE state WHEN 'Leased' THEN CAST(@taken AS BIGINT) ELSE @under_way END
            FROM {session.Relation(given)}
            WHERE id = given_id AND lease_owner = @owner AND state IN ('Leased', 'Sending')
            """,
            Session.Pass(given),
            ("@taken", Lease.Taken(store.Owner, now, leases).Until),
            ("@under_way", Lease.UnderWay(store.Owner, now, leases).Until),
            ("@owner", store.Owner));
    }

    public int Return(Session session, IReadOnlyList<Outgoing> leased)
    {
        var given = Given.Ids(leased.Select(row => row.Id.Value));
        return session.Run(
            $"""
            UPDATE outgoing SET state = 'Waiting', lease_owner = NULL, lease_until = NULL FROM {session.Relation(given)}
            WHERE id = given_id AND lease_owner = @owner AND state = 'Leased'
            """,
            Session.Pass(given),
            ("@owner", store.Owner));
    }

    private static void FreeExpired(Session session, long now) => session.Run(
        $"""
        UPDATE outgoing SET state = 'Waiting', lease_owner = NULL, lease_until = NULL
        WHERE seq IN (SELECT seq FROM outgoing WHERE state = 'Leased' AND lease_until <= @now {session.ForUpdateOfFree})
        """,
        ("@now", now));

    // A row that cannot be read would come back for ever.
    private void SetAside(Session session, long seq, long now)
    {
        Unreadable(log, seq);
        session.Run(
            """
            UPDATE outgoing SET state = 'Failed', reason = 'unreadable', settled_at = @now, lease_owner = NULL, lease_until = NULL
            WHERE seq = @seq
            """,
            ("@now", now),
            ("@seq", seq));
    }

    private static Outgoing? ReadOrNull(DbDataReader row)
    {
        try
        {
            return OutgoingRows.Read(row);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Outgoing row {Row} cannot be read and is set aside as failed.")]
    private static partial void Unreadable(ILogger logger, long row);
}
