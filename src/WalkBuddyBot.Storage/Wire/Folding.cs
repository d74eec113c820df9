using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>
/// When the next nudge comes, the card of the one before that nobody answered becomes one line in its place: at most one is open.
/// </summary>
internal static class Folding
{
    // The card before is near; further back all are folded already.
    private const int LookedThrough = 40;

    /// <returns>The conversation, its counter moved on where a card was folded.</returns>
    public static ConversationRow Run(Session session, ConversationRow row, string kind, long now)
    {
        var recent = session.All(
            "SELECT sequence, outgoing, payload FROM activity WHERE conversation = @seq AND outgoing IS NOT NULL ORDER BY sequence DESC LIMIT @most",
            found => (Sequence: found.GetInt64(0), Outgoing: found.GetString(1), Payload: found.GetString(2)),
            ("@seq", row.Seq),
            ("@most", (long)LookedThrough));
        var before = recent.Find(found => SentNudge.Of(session, found.Outgoing) is { Answer: null } nudge && nudge.Kind == kind);
        if (before.Payload is null || Line(before.Payload) is not { } line)
        {
            return row;
        }

        var next = row.Next(session, now);
        session.Run(
            "UPDATE activity SET changed = @changed, payload = @payload WHERE conversation = @seq AND sequence = @sequence",
            ("@changed", next.Counter),
            ("@payload", Payload.Write(line)),
            ("@seq", row.Seq),
            ("@sequence", before.Sequence));
        return next;
    }

    /// <summary>The card as a line; null where it is none any more.</summary>
    private static BotActivity? Line(string payload)
    {
        try
        {
            var card = Payload.Activity(payload);
            return card.Attachments is { Count: > 0 } && card.Summary is { Length: > 0 } line
                ? card with { Attachments = null, AttachmentLayout = null, Text = line, Speak = line }
                : null;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
