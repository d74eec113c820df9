using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>Draws an older activity anew: its id and its time stay, its place in the order of changes is the newest.</summary>
internal static class Redrawing
{
    public static StoredActivity? Run(
        Session session, string conversation, BotActivity activity, string payload, string replaces, string outgoing, long now)
    {
        if (ConversationRow.Find(session, conversation) is not { } row)
        {
            return null;
        }

        if (Drawn(session, row, outgoing) is { } repeated)
        {
            return repeated.Stored(conversation, repeat: true);
        }

        // What was drawn anew may be drawn again, by the name of its last drawing too.
        if ((row.FindActivity(session, "outgoing", replaces) ?? Drawn(session, row, replaces)) is not { } older)
        {
            return null;
        }

        var next = row.Next(session, now);
        session.Run(
            "UPDATE activity SET changed = @changed, payload = @payload WHERE conversation = @seq AND sequence = @sequence",
            ("@changed", next.Counter),
            ("@payload", payload),
            ("@seq", row.Seq),
            ("@sequence", older.Sequence));
        session.Run(
            "INSERT INTO redrawn (conversation, outgoing, sequence) VALUES (@seq, @outgoing, @sequence)",
            ("@seq", row.Seq),
            ("@outgoing", outgoing),
            ("@sequence", older.Sequence));
        return (older with { Changed = next.Counter }).Stored(conversation, activity, repeat: false);
    }

    private static ActivityRow? Drawn(Session session, ConversationRow row, string outgoing) => session.Number(
        "SELECT sequence FROM redrawn WHERE conversation = @seq AND outgoing = @outgoing",
        ("@seq", row.Seq),
        ("@outgoing", outgoing)) is { } sequence
            ? row.FindActivity(session, "sequence", sequence)
            : null;
}
