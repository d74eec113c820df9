using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Storage.Erasing;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>What came in, as rows.</summary>
internal static class InboxRows
{
    /// <summary>The sink of our own web chat, where every posted activity is answered.</summary>
    public const string WebSink = "directline";

    /// <summary>Adds an activity unless its key is there; whether it did.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="activity">With its id.</param>
    /// <param name="payload">Its text; id and timestamp are kept beside it.</param>
    /// <param name="sink">Where answers go.</param>
    /// <param name="now">The present in milliseconds.</param>
    public static bool Add(Session session, BotActivity activity, string payload, string sink, long now) => session.Run(
        """
        INSERT INTO inbox (key, sink, payload, activity_id, sent_at, state, received_at)
        SELECT @key, @sink, @payload, @id, @sent, 'Waiting', @now WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE key = @shadow)
        ON CONFLICT DO NOTHING
        """,
        ("@key", KeyOf(activity)),
        ("@shadow", Shadow.Of(KeyOf(activity))),
        ("@sink", sink),
        ("@payload", payload),
        ("@id", activity.Id),
        ("@sent", activity.Timestamp),
        ("@now", now)) == 1;

    private static string KeyOf(BotActivity activity) =>
        activity.Key ?? throw new ArgumentException("An activity without an id has no place in the inbox.", nameof(activity));
}
