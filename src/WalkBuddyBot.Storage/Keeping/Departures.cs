using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Erasing;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Keeping;

/// <summary>
/// What is left of people who left: whoever took the bot away 30 days ago is erased, and so is how to reach those of whom nothing is kept.
/// </summary>
internal sealed class Departures(IStore store, SavedReferences saved, Scrubber scrubber, IClock clock)
{
    private const int AtOnce = 500;

    private static readonly Duration Kept = Duration.FromDays(30);

    // Long enough for whatever was said last to have been answered.
    private static readonly Duration Quiet = Duration.FromHours(2);

    // A page that was left open goes on in the emptied conversation; after so long it begins a new one.
    private static readonly Duration Empty = Duration.FromDays(7);

    /// <summary>Removes what is to go now.</summary>
    /// <returns>How many people, references and emptied conversations.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var gone = await PeopleAsync((now - Kept).Millis(), cancellationToken)
            + await ReferencesAsync((now - Quiet).Millis(), cancellationToken)
            + await ConversationsAsync((now - Empty).Millis(), cancellationToken);
        if (gone > 0)
        {
            scrubber.Owe();
        }

        return gone;
    }

    private async Task<int> PeopleAsync(long before, CancellationToken cancellationToken)
    {
        var left = await store.ReadAsync(
            session => session.All(
                "SELECT id FROM person WHERE left_at IS NOT NULL AND left_at < @before LIMIT @most",
                row => new PersonId(row.Id(0)),
                ("@before", before),
                ("@most", (long)AtOnce)),
            cancellationToken);
        var gone = 0;
        foreach (var person in left)
        {
            gone += await store.WriteAsync(WorkClass.Dispatch, session => Erase(session, person, before), cancellationToken);
        }

        return gone;
    }

    // They may have come back since they were found.
    private int Erase(Session session, PersonId person, long before) =>
        session.Number(
            "SELECT 1 FROM person WHERE id = @id AND left_at < @before", ("@id", person.Value.Blob()), ("@before", before)) is null
            ? 0
            : new Erasure(session, saved, asked: null, clock.Now()).Run(person);

    private async Task<int> ReferencesAsync(long before, CancellationToken cancellationToken)
    {
        var gone = 0;
        var after = "";
        List<string> keys;
        do
        {
            var from = after;
            keys = await store.ReadAsync(
                session => session.All(
                    "SELECT address FROM reference WHERE address > @from ORDER BY address LIMIT @most",
                    row => row.GetString(0),
                    ("@from", from),
                    ("@most", (long)AtOnce)),
                cancellationToken);
            after = keys is [.., var last] ? last : after;
            var nobodys = await store.ReadAsync(session => keys.FindAll(key => IsNobodys(session, key)), cancellationToken);
            gone += nobodys.Count == 0 ? 0 : await store.WriteAsync(
                WorkClass.Dispatch, session => nobodys.Sum(key => Remove(session, key, before)), cancellationToken);
        }
        while (keys.Count == AtOnce);

        return gone;
    }

    private static bool IsNobodys(Session session, string key) =>
        Guid.TryParse(key, out var id) && session.Number("SELECT 1 FROM address WHERE id = @id", ("@id", id.Blob())) is null;

    private int Remove(Session session, string key, long before)
    {
        if (!IsNobodys(session, key) || session.Number(
            """
            SELECT 1 FROM reference WHERE address = @key AND changed_at < @before AND NOT EXISTS (
                SELECT 1 FROM outgoing WHERE person IS NULL AND address = @address AND schedule IS NULL)
            """,
            ("@key", key),
            ("@before", before),
            ("@address", Guid.Parse(key).Blob())) is null)
        {
            return 0;
        }

        saved.Forget(key);
        return session.Run("DELETE FROM reference WHERE address = @key", ("@key", key));
    }

    private Task<int> ConversationsAsync(long before, CancellationToken cancellationToken) => store.WriteAsync(
        WorkClass.Dispatch,
        session => session.Run("DELETE FROM conversation WHERE erased > 0 AND seen_at < @before", ("@before", before)),
        cancellationToken);
}
