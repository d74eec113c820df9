using System.Globalization;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Erasing;

/// <summary>The web chat's conversations of someone who is erased.</summary>
internal static class Conversations
{
    public static List<string> Of(Session session, string visitor) => session.All(
        "SELECT id FROM conversation WHERE visitor = @visitor", row => row.GetString(0), ("@visitor", visitor));

    /// <summary>
    /// Erases a transcript. Where the wish was said, an empty conversation stays for its confirmation, with that one message: a page that
    /// misses the echo of what it posted would post it again. It goes when the page has been closed for a while.
    /// </summary>
    public static void Erase(Session session, string conversation, Heard? asked, long now)
    {
        if (asked?.From.Conversation != conversation || ConversationRow.Find(session, conversation) is not { } row)
        {
            session.Run("DELETE FROM conversation WHERE id = @id", ("@id", conversation));
            return;
        }

        var place = PlaceOf(asked.Key);
        session.Run("DELETE FROM activity WHERE conversation = @seq AND sequence < @place", ("@seq", row.Seq), ("@place", place));
        session.Run("UPDATE conversation SET erased = 1, missed = 0 WHERE seq = @seq", ("@seq", row.Seq));
        if (row.FindActivity(session, "sequence", place) is { } own)
        {
            session.Run(
                "UPDATE activity SET changed = @changed, payload = @payload WHERE conversation = @seq AND sequence = @place",
                ("@changed", row.Next(session, now).Counter),
                ("@payload", Wire.Payload.Write(Bare(Wire.Payload.Activity(own.Payload)))),
                ("@seq", row.Seq),
                ("@place", place));
        }
    }

    // The key ends with the activity's id, and that with its place in the transcript; what came after the wish came after it.
    private static long PlaceOf(string key) =>
        long.TryParse(key.AsSpan(key.LastIndexOf('|') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : long.MaxValue;

    private static BotActivity Bare(BotActivity activity) => new()
    {
        Type = activity.Type,
        Text = activity.Text,
        TextFormat = activity.TextFormat,
        ChannelData = activity.ChannelData,
        ChannelId = activity.ChannelId,
        From = activity.From is { } from ? new ChannelAccount { Id = from.Id, Role = from.Role } : null,
        Conversation = activity.Conversation,
    };
}
