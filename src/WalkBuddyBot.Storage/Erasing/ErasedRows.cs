using System.Collections.Immutable;
using System.Data.Common;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Erasing;

/// <summary>What came in from, and was to go out to, someone who is erased.</summary>
internal static class ErasedRows
{
    /// <summary>The reason of a row that was on its way when its person was erased. It vanishes when it is settled.</summary>
    public const string Reason = "erased";

    /// <summary>
    /// What is on its way cannot be called back: a bare row of it stays so that it can be waited for. A reply that is leased may be handed
    /// over by its turn at this moment.
    /// </summary>
    public static void Outgoing(Session session, PersonId person, ImmutableArray<Address> addresses, long now)
    {
        var id = ("@person", (object?)person.Value.Blob());
        foreach (var address in addresses)
        {
            // What was said to them before anybody was kept.
            session.Run(
                "UPDATE outgoing SET person = @person WHERE person IS NULL AND address = @address AND schedule IS NULL",
                id,
                ("@address", address.Id.Value.Blob()));
        }

        session.Run(
            """
            UPDATE outgoing SET state = 'Sending', reason = 'erased', on_doubt = 'Drop', lane = '', door = '', stale_at = NULL, schedule = NULL,
                slot_at = NULL, again = NULL, kind = NULL, tip = NULL, answer = NULL, body = NULL, replaces = NULL, activity_id = NULL
            WHERE person = @person AND schedule IS NOT NULL AND state = 'Sending'
            """,
            id);
        session.Run("DELETE FROM outgoing WHERE person = @person AND schedule IS NOT NULL", id);
        session.Run(
            """
            UPDATE outgoing SET state = 'Sending', reason = 'erased', on_doubt = 'Drop', lane = '', door = '', stale_at = NULL, body = NULL,
                replaces = NULL, activity_id = NULL
            WHERE person = @person AND schedule IS NULL AND (state = 'Sending' OR (state = 'Leased' AND lease_until > @now))
            """,
            id,
            ("@now", now));
        session.Run("DELETE FROM outgoing WHERE person = @person AND schedule IS NULL AND reason IS DISTINCT FROM 'erased'", id);
    }

    /// <summary>A row that was on its way has ended: whether it was one of an erased person, and so is gone.</summary>
    public static bool Ended(Session session, OutgoingId id) => session.Run(
        "DELETE FROM outgoing WHERE id = @id AND state = 'Sending' AND reason = 'erased'", ("@id", id.Value.Blob())) == 1;

    /// <summary>
    /// Of what was answered a shadow stays, so that a channel's repeat is not heard as something new. What was never answered goes.
    /// </summary>
    public static void Inbox(Session session, PersonId person, ImmutableArray<Address> addresses, string? but)
    {
        var answered = session.All(
            "SELECT seq, key FROM inbox WHERE person = @person",
            row => (Seq: row.GetInt64(0), Key: row.GetString(1)),
            ("@person", person.Value.Blob()));
        foreach (var (seq, key) in answered)
        {
            LeaveShadow(session, seq, key);
        }

        foreach (var address in addresses)
        {
            Others(session, address, but);
        }
    }

    private static void LeaveShadow(Session session, long seq, string key) => session.Run(
        """
        UPDATE inbox SET key = @shadow, sink = '', payload = NULL, answer = NULL, activity_id = '', sent_at = NULL, person = NULL
        WHERE seq = @seq
        """,
        ("@shadow", Shadow.Of(key)),
        ("@seq", seq));

    // What was never answered, and what was before anybody was kept. A key is channel, conversation and message, with bars between; the
    // sign after the bar ends the range.
    private static void Others(Session session, Address address, string? but)
    {
        var before = but is null ? null : session.Number("SELECT seq FROM inbox WHERE key = @key", ("@key", but));
        var rows = session.All(
            """
            SELECT seq, key, state, payload FROM inbox
            WHERE key >= @from AND key < @to AND (state <> 'Done' OR person IS NULL) AND (@before IS NULL OR seq < @before)
            """,
            Row.Read,
            ("@from", $"{address.Channel}|{address.Conversation}|"),
            ("@to", $"{address.Channel}|{address.Conversation}}}"),
            ("@before", before));
        foreach (var row in rows.Where(row => address.Scope == Scope.Personal || row.IsFrom(address.Member)))
        {
            if (row.State == "Done")
            {
                LeaveShadow(session, row.Seq, row.Key);
            }
            else
            {
                session.Run("DELETE FROM inbox WHERE seq = @seq", ("@seq", row.Seq));
            }
        }
    }

    private sealed record Row(long Seq, string Key, string State, string? Text)
    {
        public static Row Read(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3));

        public bool IsFrom(string member)
        {
            try
            {
                return Text is not null && Payload.Activity(Text).From?.Id == member;
            }
            catch (UnreadableRowException)
            {
                return false;
            }
        }
    }
}
