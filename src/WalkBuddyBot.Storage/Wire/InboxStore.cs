using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage.Erasing;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>The inbox.</summary>
internal sealed partial class InboxStore(IStore store, IClock clock, ILogger<InboxStore> log) : IInbox
{
    public Task<bool> ReceiveAsync(BotActivity activity, string sink, CancellationToken cancellationToken)
    {
        var payload = Payload.Write(activity);
        return store.WriteAsync(WorkClass.Chat, session => InboxRows.Add(session, activity, payload, sink, clock.Now()), cancellationToken);
    }

    public Task<InboxRow?> FindAsync(string key, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.First(
            "SELECT state <> 'Waiting', answer FROM inbox WHERE key IN (@key, @shadow)",
            row => new InboxRow(row.GetBoolean(0), row.TextOrNull(1)),
            ("@key", key),
            ("@shadow", Shadow.Of(key))),
        cancellationToken);

    public Task CloseAsync(string key, string? answer, CancellationToken cancellationToken) => store.WriteAsync(
        WorkClass.Chat,
        session => session.Run(
            """
            UPDATE inbox SET state = 'Done', answer = @answer, done_at = @now, payload = NULL WHERE key = @key AND state = 'Waiting'
            """,
            ("@key", key),
            ("@answer", answer),
            ("@now", clock.Now())),
        cancellationToken);

    public async Task<IReadOnlyList<Unfinished>> UnfinishedAsync(string sink, int most, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            session => session.All(
                """
                SELECT seq, payload, activity_id, sent_at, sink, received_at FROM inbox
                WHERE state = 'Waiting' AND sink = @sink ORDER BY received_at, seq LIMIT @most
                """,
                Row.Read,
                ("@sink", sink),
                ("@most", (long)most)),
            cancellationToken);
        var unfinished = new List<Unfinished>(rows.Count);
        var unreadable = new List<long>();
        foreach (var row in rows)
        {
            try
            {
                unfinished.Add(new(Payload.Activity(row.Payload) with { Id = row.Id, Timestamp = row.SentAt }, row.Sink, row.ReceivedAt));
            }
            catch (UnreadableRowException)
            {
                Unreadable(log, row.Seq);
                unreadable.Add(row.Seq);
            }
        }

        if (unreadable.Count > 0)
        {
            await store.WriteAsync(WorkClass.Chat, session => SetAside(session, unreadable, clock.Now()), cancellationToken);
        }

        return unfinished;
    }

    // It can be looked into for as long as what is done is kept; then it goes with that.
    private static int SetAside(Session session, List<long> rows, long now) => rows.Sum(seq => session.Run(
        "UPDATE inbox SET state = 'Unreadable', done_at = @now WHERE seq = @seq AND state = 'Waiting'", ("@now", now), ("@seq", seq)));

    [LoggerMessage(1, LogLevel.Error, "Inbox row {Row} cannot be read and is set aside.")]
    private static partial void Unreadable(ILogger logger, long row);

    private sealed record Row(long Seq, string Payload, string Id, string? SentAt, string Sink, Instant ReceivedAt)
    {
        public static Row Read(DbDataReader row) =>
            new(row.GetInt64(0), row.TextOrNull(1) ?? "", row.GetString(2), row.TextOrNull(3), row.GetString(4), row.At(5));
    }
}
