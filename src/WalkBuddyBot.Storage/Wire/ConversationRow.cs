using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>A conversation's row with its one counter, from which sequences and changes are given.</summary>
internal sealed record ConversationRow(long Seq, string Id, long Counter, long LastAt, long SeenAt, long Erased)
{
    private const string Select = $"SELECT {ActivityRow.Columns} FROM activity WHERE conversation = @seq AND ";

    public static ConversationRow? Find(Session session, string id) => session.First(
        "SELECT seq, id, counter, last_at, seen_at, erased FROM conversation WHERE id = @id",
        row => new ConversationRow(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
        ("@id", id));

    /// <summary>The next place and the next moment: never the moment of the one before, whatever the clock does.</summary>
    public ConversationRow Next(Session session, long now)
    {
        var next = this with { Counter = Counter + 1, LastAt = Math.Max(now, LastAt + 1) };
        session.Run(
            "UPDATE conversation SET counter = @counter, last_at = @at WHERE seq = @seq",
            ("@counter", next.Counter),
            ("@at", next.LastAt),
            ("@seq", Seq));
        return next;
    }

    /// <summary>An activity's row of this conversation, found by one of its names.</summary>
    public ActivityRow? FindActivity(Session session, string column, object value) => session.First(
        column switch
        {
            "client_id" => Select + "client_id = @value",
            "outgoing" => Select + "outgoing = @value",
            "sequence" => Select + "sequence = @value",
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        },
        ActivityRow.Read,
        ("@seq", Seq),
        ("@value", value));

    /// <summary>An activity as it will be given out, of a conversation with this id.</summary>
    public static BotActivity Within(BotActivity activity, string conversation) => activity with
    {
        Id = null,
        Timestamp = null,
        Conversation = (activity.Conversation ?? new ConversationAccount()) with { Id = conversation },
    };

    /// <summary>Adds an activity at the place this row stands at.</summary>
    public StoredActivity Add(
        Session session, BotActivity activity, string payload, string? outgoing, string? clientId, bool unseen = false)
    {
        session.Run(
            """
            INSERT INTO activity (conversation, sequence, changed, outgoing, client_id, payload, sent_at, unseen)
            VALUES (@seq, @counter, @counter, @outgoing, @client, @payload, @at, @unseen)
            """,
            ("@seq", Seq),
            ("@counter", Counter),
            ("@outgoing", outgoing),
            ("@client", clientId),
            ("@payload", payload),
            ("@at", LastAt),
            ("@unseen", unseen));
        return new ActivityRow(Counter, Counter, payload, LastAt).Stored(Id, activity, repeat: false);
    }
}
