using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>The transcripts of our web chat; the one writer is the conversations' lock.</summary>
internal sealed partial class ConversationStore(IStore store, IClock clock, ILogger<ConversationStore> log) : IConversationStore
{
    private const string Columns = "id, visitor, made_at, seen_at";

    // A trim gives way to the talk between its commits.
    private const int TrimmedAtOnce = 2000;

    public async Task<bool> CreateAsync(WebConversation conversation, CancellationToken cancellationToken) => await store.WriteAsync(
        WorkClass.Chat,
        session => session.Run(
            "INSERT INTO conversation (id, visitor, made_at, seen_at) VALUES (@id, @visitor, @made, @seen) ON CONFLICT DO NOTHING",
            ("@id", conversation.Id),
            ("@visitor", conversation.UserId),
            ("@made", conversation.CreatedAt.ToUnixTimeMilliseconds()),
            ("@seen", conversation.SeenAt.ToUnixTimeMilliseconds())),
        cancellationToken) == 1;

    public Task<WebConversation?> FindAsync(string id, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.First($"SELECT {Columns} FROM conversation WHERE id = @id", Read, ("@id", id)), cancellationToken);

    public Task<WebConversation?> NewestOfAsync(string userId, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.First(
            $"SELECT {Columns} FROM conversation WHERE visitor = @visitor ORDER BY made_at DESC, seq DESC LIMIT 1", Read,
            ("@visitor", userId)),
        cancellationToken);

    public Task SeenAsync(string id, CancellationToken cancellationToken) => store.WriteAsync(
        WorkClass.Chat,
        session =>
            session.Run("UPDATE conversation SET seen_at = @now WHERE id = @id AND seen_at < @now", ("@now", clock.Now()), ("@id", id)),
        cancellationToken);

    public Task<BotActivity?> ReturnedAsync(string id, Func<Absence, BotActivity?> tell, CancellationToken cancellationToken) =>
        store.WriteAsync(WorkClass.Chat, session => Returning.Run(session, id, tell, clock.Now()), cancellationToken);

    public Task<StoredActivity> PostAsync(
        string conversationId, BotActivity activity, string? clientActivityId, bool toRun, CancellationToken cancellationToken)
    {
        var within = ConversationRow.Within(activity, conversationId);
        var payload = Payload.Write(within);
        return store.WriteAsync(
            WorkClass.Chat,
            session =>
            {
                var row = ConversationRow.Find(session, conversationId)
                    ?? throw new InvalidOperationException("There is no such conversation; it was to be looked up before.");
                if (clientActivityId is not null && row.FindActivity(session, "client_id", clientActivityId) is { } first)
                {
                    return first.Stored(conversationId, repeat: true);
                }

                var stored = row.Next(session, clock.Now()).Add(session, within, payload, outgoing: null, clientActivityId);
                if (row.Erased > 0)
                {
                    session.Run("UPDATE conversation SET erased = 0 WHERE seq = @seq", ("@seq", row.Seq));
                }

                if (toRun)
                {
                    InboxRows.Add(session, stored.Activity, payload, InboxRows.WebSink, clock.Now());
                }

                return stored;
            },
            cancellationToken);
    }

    public Task<StoredActivity?> AppendAsync(
        string conversationId, BotActivity activity, string outgoing, bool shown, CancellationToken cancellationToken)
    {
        var within = ConversationRow.Within(activity, conversationId);
        var payload = Payload.Write(within);
        return store.WriteAsync(
            WorkClass.Chat,
            session => Appending.Run(session, conversationId, within, payload, outgoing, shown, clock.Now()),
            cancellationToken);
    }

    public Task<StoredActivity?> ReplaceAsync(
        string conversationId, BotActivity activity, string replaces, string outgoing, CancellationToken cancellationToken)
    {
        var within = ConversationRow.Within(activity, conversationId);
        var payload = Payload.Write(within);
        return store.WriteAsync(
            WorkClass.Chat,
            session => Redrawing.Run(session, conversationId, within, payload, replaces, outgoing, clock.Now()),
            cancellationToken);
    }

    public Task<IReadOnlyList<StoredActivity>> ReadAsync(
        string conversationId, long after, int most, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<StoredActivity>>(
            session =>
            {
                if (ConversationRow.Find(session, conversationId) is not { } row)
                {
                    return [];
                }

                var rows = session.All(
                    $"SELECT {ActivityRow.Columns} FROM activity WHERE conversation = @seq AND changed > @after "
                    + "ORDER BY changed LIMIT @most",
                    ActivityRow.Read,
                    ("@seq", row.Seq),
                    ("@after", after),
                    ("@most", (long)most));
                return [.. rows.Select(found => Stored(found, row)).OfType<StoredActivity>()];
            },
            cancellationToken);

    public Task<long> WatermarkAsync(string conversationId, CancellationToken cancellationToken) =>
        store.ReadAsync(session => ConversationRow.Find(session, conversationId)?.Counter ?? 0, cancellationToken);

    public Task<long> WatermarkBeforeNewestAsync(string conversationId, int most, CancellationToken cancellationToken) => store.ReadAsync(
        session => most <= 0
            ? ConversationRow.Find(session, conversationId)?.Counter ?? 0
            : session.Number(
                """
                SELECT changed FROM activity WHERE conversation = (SELECT seq FROM conversation WHERE id = @id)
                ORDER BY changed DESC LIMIT 1 OFFSET @most
                """,
                ("@id", conversationId),
                ("@most", (long)most)) ?? 0,
        cancellationToken);

    public async Task<int> TrimAsync(Instant before, CancellationToken cancellationToken)
    {
        var trimmed = 0;
        int once;
        do
        {
            once = await store.WriteAsync(
                WorkClass.Dispatch,
                session => session.Run(
                    "DELETE FROM activity WHERE rowid IN (SELECT rowid FROM activity WHERE sent_at < @before LIMIT @most)",
                    ("@before", before.Millis()),
                    ("@most", (long)TrimmedAtOnce)),
                cancellationToken);
            trimmed += once;
        }
        while (once == TrimmedAtOnce);

        return trimmed;
    }

    private static WebConversation Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.At(2), row.At(3));

    private StoredActivity? Stored(ActivityRow row, ConversationRow conversation)
    {
        try
        {
            return row.Stored(conversation.Id, repeat: false);
        }
        catch (UnreadableRowException)
        {
            Unreadable(log, conversation.Seq, row.Sequence);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Activity {Sequence} of conversation row {Conversation} cannot be read and is left out.")]
    private static partial void Unreadable(ILogger logger, long conversation, long sequence);
}
