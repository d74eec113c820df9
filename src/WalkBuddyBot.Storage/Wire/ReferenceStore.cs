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
        var aged = (now - SavedReferences.Fresh).Millis();
        if (store.IsAlone ? saved.Has(key, payload, now) : await IsSavedAsync(key, payload, aged, cancellationToken))
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
                WHERE reference.payload <> excluded.payload OR reference.leaving = 1 OR reference.gone = 1 OR reference.changed_at < @aged
                """,
                ("@address", key),
                ("@sink", reference.Sink),
                ("@payload", payload),
                ("@member", reference.User?.Id),
                ("@aged", aged),
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

    /// <summary>The sinks that speak at some addresses; an address where nobody was heard yet is left out.</summary>
    public static Dictionary<AddressId, string> SinksOf(Session session, IEnumerable<AddressId> addresses)
    {
        var keys = Given.Keys(addresses.Select(Key));
        return session.All(
            $"SELECT address, sink FROM {session.Relation(keys)} JOIN reference ON address = given_id",
            row => (Key: row.GetString(0), Sink: row.GetString(1)),
            Session.Pass(keys)).ToDictionary(found => new AddressId(Guid.ParseExact(found.Key, "N")), found => found.Sink);
    }

    public static string Key(AddressId address) => address.Value.ToString("N");

    // Another node may have erased it: what this one remembers does not count where it is not alone.
    private Task<bool> IsSavedAsync(string key, string payload, long aged, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.Number(
            """
            SELECT 1 FROM reference
            WHERE address = @address AND payload = @payload AND leaving = 0 AND gone = 0 AND changed_at >= @aged
            """,
            ("@address", key),
            ("@payload", payload),
            ("@aged", aged)) is not null,
        cancellationToken);

    // Address ids come as text in whichever form; the outbox compares them in this one.
    private static string Key(string address) => Guid.TryParse(address, out var id) ? id.ToString("N") : address;
}
