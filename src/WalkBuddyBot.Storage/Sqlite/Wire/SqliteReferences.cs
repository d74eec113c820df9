using System.Collections.Concurrent;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Sqlite.Wire;

/// <summary>
/// Conversation references on SQLite. What was saved last is remembered, so that a message which brings nothing new writes nothing.
/// </summary>
internal sealed class SqliteReferences(SqliteStore store, IClock clock) : IReferences
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, string> _saved = new(StringComparer.Ordinal);

    public async Task SaveAsync(string address, ConversationReference reference, CancellationToken cancellationToken)
    {
        var key = Key(address);
        var payload = Payload.Write(reference);
        if (_saved.TryGetValue(key, out var saved) && saved == payload)
        {
            return;
        }

        await store.WriteAsync(
            WorkClass.Chat,
            session => session.Run(
                """
                INSERT INTO reference (address, sink, payload, changed_at) VALUES ($address, $sink, $payload, $now)
                ON CONFLICT (address) DO UPDATE SET sink = excluded.sink, payload = excluded.payload, changed_at = excluded.changed_at
                WHERE payload <> excluded.payload
                """,
                ("$address", key),
                ("$sink", reference.Sink),
                ("$payload", payload),
                ("$now", clock.Now())),
            cancellationToken);
        if (_saved.Count >= MostRemembered)
        {
            _saved.Clear();
        }

        _saved[key] = payload;
    }

    public Task<ConversationReference?> FindAsync(string address, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.Text("SELECT payload FROM reference WHERE address = $address", ("$address", Key(address))) is { } payload
            ? Payload.Reference(payload)
            : null,
        cancellationToken);

    // Address ids come as text in whichever form; the outbox compares them in this one.
    private static string Key(string address) => Guid.TryParse(address, out var id) ? id.ToString("N") : address;
}
