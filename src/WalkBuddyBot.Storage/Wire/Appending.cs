using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage.Erasing;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>
/// Adds what the bot says to a transcript. Nudges that come while nobody looks do not pile up: the newest of a kind takes the place of the
/// older ones that nobody has seen or answered.
/// </summary>
internal static class Appending
{
    // A page that polls asks at least this often, and one that was just closed was looked at.
    private const long Looked = 2 * 60_000;

    public static StoredActivity? Run(
        Session session, string conversation, BotActivity activity, string payload, string outgoing, bool shown, long now)
    {
        if (ConversationRow.Find(session, conversation) is not { } row)
        {
            return null;
        }

        if (row.FindActivity(session, "outgoing", outgoing) is { } first)
        {
            return first.Stored(conversation, repeat: true);
        }

        var sent = SentNudge.Of(session, outgoing);
        if (sent?.Reason == ErasedRows.Reason)
        {
            return null;
        }

        var unseen = sent?.Kind is not null && !shown && row.SeenAt < now - Looked;
        if (unseen)
        {
            TakePlaceOfOlder(session, row, sent!.Kind!);
            session.Run("UPDATE conversation SET missed = missed + 1 WHERE seq = @seq", ("@seq", row.Seq));
        }

        var folded = sent?.Kind is { } kind ? Folding.Run(session, row, kind, now) : row;
        var stored = folded.Next(session, now).Add(session, activity, payload, outgoing, clientId: null, unseen);
        return stored with { Cleared = IsFirstAfterErasing(session, row) };
    }

    private static void TakePlaceOfOlder(Session session, ConversationRow row, string kind)
    {
        var older = session.All(
            "SELECT sequence, outgoing FROM activity WHERE conversation = @seq AND unseen = 1",
            found => (Sequence: found.GetInt64(0), Outgoing: found.GetString(1)),
            ("@seq", row.Seq));
        foreach (var (sequence, outgoing) in older)
        {
            if (SentNudge.Of(session, outgoing) is not { } sent || (sent.Kind == kind && sent.Answer is null))
            {
                session.Run(
                    "DELETE FROM activity WHERE conversation = @seq AND sequence = @sequence", ("@seq", row.Seq), ("@sequence", sequence));
            }
        }
    }

    private static bool IsFirstAfterErasing(Session session, ConversationRow row) =>
        row.Erased == 1 && session.Run("UPDATE conversation SET erased = 2 WHERE seq = @seq", ("@seq", row.Seq)) == 1;
}
