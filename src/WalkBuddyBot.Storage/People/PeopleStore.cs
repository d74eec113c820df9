using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.People;

/// <summary>People page by page, each page at one moment.</summary>
internal sealed partial class PeopleStore(IStore store, Facts facts, ILogger<PeopleStore> log) : IPeople
{
    private const int Page = 200;

    private const string WithNudges = """
        SELECT p.seq, p.id FROM person p WHERE p.seq > @after AND (
            EXISTS (SELECT 1 FROM schedule s WHERE s.person = p.id) OR EXISTS (
                SELECT 1 FROM outgoing o WHERE o.person = p.id AND o.schedule IS NOT NULL AND o.state IN ('Waiting', 'Leased')))
        ORDER BY p.seq LIMIT @most
        """;

    public async IAsyncEnumerable<PersonFacts> WithNudgesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (long Last, int Count, List<PersonFacts> People) page = (long.MinValue, Page, []);
        while (page.Count == Page)
        {
            page = await store.ReadAsync(session => Read(session, page.Last), cancellationToken);
            foreach (var person in page.People)
            {
                yield return person;
            }
        }
    }

    public Task<PersonFacts?> FindAsync(PersonId id, CancellationToken cancellationToken) => store.ReadAsync(
        session => PersonRow.Find(session, id) is { } row ? facts.Read(session, row) : null, cancellationToken);

    private (long Last, int Count, List<PersonFacts> People) Read(Session session, long after)
    {
        var rows = session.All(
            WithNudges, row => (Seq: row.GetInt64(0), Id: new PersonId(row.Id(1))), ("@after", after), ("@most", (long)Page));
        var people = rows.Select(row => Read(session, row.Id)).OfType<PersonFacts>().ToList();
        return (rows.Count == 0 ? after : rows[^1].Seq, rows.Count, people);
    }

    private PersonFacts? Read(Session session, PersonId id)
    {
        try
        {
            return PersonRow.Find(session, id) is { } row ? facts.Read(session, row) : null;
        }
        catch (UnreadableRowException)
        {
            Unreadable(log, id.Value);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Person {PersonId} cannot be read and is left out.")]
    private static partial void Unreadable(ILogger logger, Guid personId);
}
