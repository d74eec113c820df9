using System.Data.Common;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Sending;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.People;

/// <summary>What the tables hold of some people: each table is read once for all of them.</summary>
internal sealed class FactRows
{
    private readonly Session _session;
    private readonly Given _people;
    private readonly HashSet<PersonId> _damaged = [];

    public FactRows(Session session, IEnumerable<PersonId> people)
    {
        _session = session;
        _people = Given.Ids(people.Select(person => person.Value));
    }

    public List<PersonRow> People() => PersonRow.Of(_session, _people);

    /// <exception cref="UnreadableRowException">One of the rows that were read of this person is damaged.</exception>
    public void MustBeReadable(PersonId person)
    {
        if (_damaged.Contains(person))
        {
            throw new UnreadableRowException("An address or a walk cannot be read.");
        }
    }

    public ILookup<PersonId, Address> Addresses() => Read(
        $"SELECT a.person, {AddressRows.Columns} FROM {Ours} JOIN address a ON a.person = given_id ORDER BY a.person, a.place",
        row => AddressRows.Read(row, 1));

    public ILookup<PersonId, ScheduleRow> Schedules() => _session.All(
        $"SELECT {ScheduleRow.Columns}, s.person FROM {Ours} JOIN schedule s ON s.person = given_id ORDER BY s.person, s.place",
        row => (Person: new PersonId(row.Id(ScheduleRow.Width)), Row: ScheduleRow.Read(row)),
        Session.Pass(_people)).ToLookup(found => found.Person, found => found.Row);

    /// <summary>The days after <paramref name="from"/>.</summary>
    public ILookup<PersonId, WalkDay> Days(LocalDate from) => Read(
        $"""
        SELECT person, date, sum(minutes), count(*) FROM {Ours} JOIN walk ON person = given_id
        WHERE date > @from GROUP BY person, date ORDER BY person, date
        """,
        row => new WalkDay(row.Date(1), row.GetInt32(2), row.GetInt32(3)),
        ("@from", from.Iso()));

    /// <summary>The nudges from then on, and all that have not ended; <paramref name="read"/> gives null for what it cannot read.</summary>
    public ILookup<PersonId, Outgoing> Ledger(long from, Func<DbDataReader, Outgoing?> read) => _session.All(
        $"""
        SELECT {OutgoingRows.ColumnsWithoutBody} FROM {Ours} JOIN outgoing ON person = given_id
        WHERE schedule IS NOT NULL AND (not_before >= @from OR state IN ('Waiting', 'Leased', 'Sending'))
        ORDER BY not_before, seq
        """,
        read,
        Session.Pass(_people),
        ("@from", from)).OfType<Outgoing>().ToLookup(row => row.Person!.Value);

    /// <summary>Those of some addresses at which the channel said that nobody is.</summary>
    public HashSet<AddressId> Gone(IEnumerable<AddressId> addresses)
    {
        var byKey = new Dictionary<string, AddressId>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            byKey[ReferenceStore.Key(address)] = address;
        }

        var keys = Given.Keys(byKey.Keys);
        return
        [
            .. _session.All(
                $"SELECT address FROM {_session.Relation(keys)} JOIN reference ON address = given_id WHERE gone = 1",
                row => byKey[row.GetString(0)],
                Session.Pass(keys)),
        ];
    }

    /// <summary>When a page last asked for each of some conversations.</summary>
    public Dictionary<string, Instant> Seen(IEnumerable<string> conversations)
    {
        var ids = Given.Keys(conversations.Distinct());
        return ids.Rows.Count == 0
            ? []
            : _session.All(
                $"SELECT id, seen_at FROM {_session.Relation(ids)} JOIN conversation ON id = given_id",
                row => (Id: row.GetString(0), At: row.At(1)),
                Session.Pass(ids)).ToDictionary(seen => seen.Id, seen => seen.At, StringComparer.Ordinal);
    }

    private string Ours => _session.Relation(_people);

    // A damaged row takes only its own person's voice away.
    private ILookup<PersonId, T> Read<T>(
        string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values) =>
        _session.All(sql, row => (Person: new PersonId(row.Id(0)), Value: TryRead(row, read)), [Session.Pass(_people), .. values])
            .Where(found => found.Value.Read).ToLookup(found => found.Person, found => found.Value.Row!);

    private (bool Read, T? Row) TryRead<T>(DbDataReader row, Func<DbDataReader, T> read)
    {
        try
        {
            return (true, read(row));
        }
        catch (UnreadableRowException)
        {
            _damaged.Add(new PersonId(row.Id(0)));
            return (false, default);
        }
    }
}
