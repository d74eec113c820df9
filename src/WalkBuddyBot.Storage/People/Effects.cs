using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Sending;

namespace WalkBuddyBot.Storage.People;

/// <summary>What a turn does besides changing the person.</summary>
internal static class Effects
{
    // Nudges by their person, replies by their queue: each of these has an index, the address has none.
    private static readonly string[] WaitingFor =
    [
        "person = @person AND schedule IS NOT NULL AND state IN ('Waiting', 'Leased')",
        "door = @door AND state = 'Waiting'",
        "state = 'Leased'",
    ];

    /// <param name="session">The writer's.</param>
    /// <param name="person">Whose turn it is.</param>
    /// <param name="nudgeAt">Where a snoozed nudge goes.</param>
    /// <param name="effect">What is done.</param>
    /// <param name="now">The present in milliseconds.</param>
    public static void Apply(Session session, PersonId person, Address nudgeAt, Effect effect, long now)
    {
        var id = person.Value.Blob();
        switch (effect)
        {
            case Effect.WalkLogged(var walk):
                session.Run(
                    """
                    INSERT INTO walk (id, person, date, minutes, nudge, made_at) VALUES (@id, @person, @date, @minutes, @nudge, @now)
                    ON CONFLICT DO NOTHING
                    """,
                    ("@id", walk.Id.Blob()),
                    ("@person", id),
                    ("@date", walk.Date.Iso()),
                    ("@minutes", (long)walk.Minutes),
                    ("@nudge", walk.For?.Value.Blob()),
                    ("@now", now));
                break;
            case Effect.WalkForgotten(var walk):
                session.Run("DELETE FROM walk WHERE id = @id AND person = @person", ("@id", walk.Blob()), ("@person", id));
                break;
            case Effect.NudgeAnswered(var nudge, var answer):
                session.Run(
                    """
                    UPDATE outgoing SET answer = @answer
                    WHERE id = @id AND person = @person AND schedule IS NOT NULL AND (@answer IS NULL OR answer IS NULL)
                    """,
                    ("@answer", answer?.ToString()),
                    ("@id", nudge.Value.Blob()),
                    ("@person", id));
                break;
            case Effect.Snoozed(var slot, var kind, var due, var grace):
                OutgoingRows.Add(session, Outgoing.NudgeFor(person, nudgeAt, slot, kind, due, grace), body: null, lease: null, now);
                break;
            case Effect.CancelWaiting(var reason, var before):
                session.Run(
                    """
                    UPDATE outgoing SET state = 'Dropped', reason = @reason, settled_at = @now, lease_owner = NULL, lease_until = NULL
                    WHERE person = @person AND schedule IS NOT NULL AND state IN ('Waiting', 'Leased')
                        AND (@before IS NULL OR not_before < @before)
                    """,
                    ("@reason", reason),
                    ("@now", now),
                    ("@person", id),
                    ("@before", before?.Millis()));
                break;
            case Effect.Erase:
                // Done last by the turn, with all that it takes.
                break;
            case Effect.AddressClosed(var address):
                foreach (var rows in WaitingFor)
                {
                    session.Run(
                        $"""
                        UPDATE outgoing SET state = 'Dropped', reason = @reason, settled_at = @now, lease_owner = NULL, lease_until = NULL
                        WHERE address = @address AND {rows}
                        """,
                        ("@reason", DropReasons.Gone),
                        ("@now", now),
                        ("@address", address.Value.Blob()),
                        ("@person", id),
                        ("@door", PaceOptions.ReplyLane));
                }

                break;
            default:
                throw new InvalidOperationException($"Nothing here does {effect.GetType().Name}.");
        }
    }
}
