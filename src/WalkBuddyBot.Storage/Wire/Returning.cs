using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>A visit after a while: what was missed is counted to this visit, and to no other.</summary>
internal static class Returning
{
    public static BotActivity? Run(Session session, string conversation, Func<Absence, BotActivity?> tell, long now)
    {
        // Where nothing was ever said, nobody comes back.
        var absence = session.First(
            "SELECT visitor, seen_at, missed FROM conversation WHERE id = @id AND counter > 0",
            row => new Absence(row.At(1), Instant.FromUnixTimeMilliseconds(now), row.GetInt32(2), row.GetString(0)),
            ("@id", conversation));
        session.Run(
            "UPDATE conversation SET seen_at = max(seen_at, @now), missed = 0 WHERE id = @id", ("@now", now), ("@id", conversation));
        session.Run(
            "UPDATE activity SET unseen = 0 WHERE unseen = 1 AND conversation = (SELECT seq FROM conversation WHERE id = @id)",
            ("@id", conversation));
        return absence is not null && tell(absence) is { } returned && InboxRows.Add(session, returned, Payload.Write(returned), InboxRows.WebSink, now)
            ? returned
            : null;
    }
}
