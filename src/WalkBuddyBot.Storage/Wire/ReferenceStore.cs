using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>
/// Conversation references. One whose person is erased is marked as leaving, and goes once the confirmation is out.
/// </summary>
internal sealed class ReferenceStore(IStore store, SavedReferences saved, IClock clock) : IReferences
{
    public async Task SaveAsync(string address, ConversationReference reference, CancellationToken cancellationToken)
    {
        var key = Key(address);
        var payload = Payload.Write(reference);
        var now = clock.GetCurrentInstant();
        if (saved.Has(key, payload, now))
        {
            return;
        }

        var epoch = saved.Epoch;
        await store.WriteAsync(
            WorkClass.Chat,
            session => session.Run(
                """
                INSERT INTO reference (address, sink, payload, member, changed_at) VALUES (@address, @sink, @payload, @member, @now)
                ON CONFLICT (address) DO UPDATE SET sink = excluded.sink, payload = excluded.payload, member = excluded.member,
                    changed_at = excluded.changed_at, leaving = 0, gone = 0
                WHERE payload <> excluded.payload OR leaving = 1 OR gone = 1 OR changed_at < @aged
                """,
                ("@address", key),
                ("@sink", reference.Sink),
                ("@payload", payload),
                ("@member", reference.User?.Id),
                ("@aged", (now - SavedReferences.Fresh).Millis()),
                ("@now", clock.Now())),
            cancellationToken);
        saved.Remember(key, payload, now, epoch);
    }

    public Task<ConversationReference?> FindAsync(string address, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.Text("SELECT payload FROM reference WHERE address = @address", ("@address", Key(address))) is { } payload
            ? Payload.Reference(payload)
            : null,
        cancellationToken);

    /// <summary>Removes what leaves, once nothing is to be said there any more.</summary>
    public static int Leave(Session session, AddressId address) => session.Run(
        """
        DELETE FROM reference WHERE address = @key AND leaving = 1 AND NOT EXISTS (
            SELECT 1 FROM outgoing WHERE person IS NULL AND address = @address AND schedule IS NULL)
        """,
        ("@key", Key(address)),
        ("@address", address.Value.Blob()));

    /// <summary>Notes that nobody can be reached there, until somebody speaks there again.</summary>
    public static void Lose(Session session, AddressId address) =>
        session.Run("UPDATE reference SET gone = 1 WHERE address = @key", ("@key", Key(address)));

    public static bool IsGone(Session session, AddressId address) => session.Number(
        "SELECT 1 FROM reference WHERE address = @key AND gone = 1", ("@key", Key(address))) is not null;

    /// <summary>The sink that speaks there; null where nobody was heard yet.</summary>
    public static string? SinkOf(Session session, AddressId address) =>
        session.Text("SELECT sink FROM reference WHERE address = @key", ("@key", Key(address)));

    public static string Key(AddressId address) => address.Value.ToString("N");

    // Address ids come as text in whichever form; the outbox compares them in this one.
    private static string Key(string address) => Guid.TryParse(address, out var id) ? id.ToString("N") : address;
}
