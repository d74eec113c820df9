using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>Writes verdicts, each only if its row is still in hand and what its gate was told still stands.</summary>
internal sealed class MarkWriter(IStore store, LeaseOptions leases, IClock clock)
{
    private const string WentOf = """
        (SELECT count(*) FROM outgoing l WHERE l.person = given_id AND l.schedule IS NOT NULL AND l.not_before >= @since
            AND l.state IN ('Sent', 'Uncertain'))
        """;

    /// <summary>How many nudges went out to each of some people since then.</summary>
    public static Dictionary<PersonId, long> Went(Session session, IEnumerable<PersonId> people, long since)
    {
        var given = Given.Ids(people.Select(person => person.Value));
        return session.All(
            $"SELECT given_id, {WentOf} FROM {session.Relation(given)}",
            row => (Person: new PersonId(row.Id(0)), Went: row.GetInt64(1)),
            Session.Pass(given),
            ("@since", since)).ToDictionary(found => found.Person, found => found.Went);
    }

    /// <param name="session">The writer's.</param>
    /// <param name="asked">The verdicts.</param>
    /// <param name="since">Since when what went out was counted.</param>
    public (List<Outgoing> Written, List<Outgoing> Again) Write(Session session, List<Mark> asked, long since)
    {
        var now = clock.GetCurrentInstant();
        Hold(session, asked);
        var stands = Check(session, asked, since, now.ToUnixTimeMilliseconds());
        var again = new List<Outgoing>();
        var results = new List<(Outgoing Row, string? Body)>(asked.Count);
        var sending = Sending(session);
        foreach (var mark in asked)
        {
            if (!stands.TryGetValue(mark.Row.Id, out var standing))
            {
                continue;
            }

            if (mark.Facts is not null && standing.IsOther(mark))
            {
                again.Add(mark.Row);
                continue;
            }

            // Another nudge of the person on its way, be it of this batch, goes first.
            var wants = mark.Result.State == OutgoingState.Sending && mark.Row.Nudge is not null;
            var behind = wants && !sending.Add(mark.Row.Person!.Value);
            results.Add(behind ? (mark.Behind(now), null) : (mark.Result, mark.Body));
        }

        return (Save(session, results, now.ToUnixTimeMilliseconds()), again);
    }

    // In one order, so that two nodes do not wait for each other. From here to the commit no turn of theirs comes between.
    private static void Hold(Session session, List<Mark> asked)
    {
        var people = Given.Ids(asked.Where(mark => mark.Row.Nudge is not null).Select(mark => mark.Row.Person!.Value.Value).Distinct());
        if (people.Rows.Count > 0 && session.ForUpdate.Length > 0)
        {
            session.All(
                $"SELECT version FROM person WHERE id IN (SELECT given_id FROM {session.Relation(people)}) ORDER BY id {session.ForUpdate}",
                row => row.GetInt64(0),
                Session.Pass(people));
        }
    }

    // Whoever has a nudge on its way: never more than are in flight, whatever the size of the ledger. A lease always ends some time;
    // asked like this, the index of what is under way is used.
    private static HashSet<PersonId> Sending(Session session) =>
    [
        .. session.All(
            "SELECT person, schedule FROM outgoing WHERE state = 'Sending' AND lease_until > 0",
            row => row.IdOrNull(0) is { } id && !row.IsDBNull(1) ? new PersonId(id) : default),
    ];

    private Dictionary<OutgoingId, Standing> Check(Session session, List<Mark> asked, long since, long now)
    {
        var given = new Given(("row_id", GivenType.Id), ("given_id", GivenType.Id));
        foreach (var mark in asked)
        {
            given.Add(mark.Row.Id.Value, mark.Row.Nudge is null ? null : mark.Row.Person?.Value);
        }

        return session.All(
            $"""
            SELECT o.id, p.version, {WentOf}
            FROM {session.Relation(given)} JOIN outgoing o ON o.id = given.row_id LEFT JOIN person p ON p.id = given_id
            WHERE o.state = 'Leased' AND o.lease_owner = @owner AND o.lease_until > @now
            """,
            row => (Id: new OutgoingId(row.Id(0)), Standing: new Standing(row.NumberOrNull(1), row.GetInt64(2))),
            Session.Pass(given),
            ("@since", since),
            ("@owner", store.Owner),
            ("@now", now)).ToDictionary(found => found.Id, found => found.Standing);
    }

    private List<Outgoing> Save(Session session, List<(Outgoing Row, string? Body)> results, long now)
    {
        if (results.Count == 0)
        {
            return [];
        }

        var given = new Given(
            ("row_id", GivenType.Id),
            ("becomes", GivenType.Text),
            ("why", GivenType.Text),
            ("earliest", GivenType.Number),
            ("doubt", GivenType.Text),
            ("as_kind", GivenType.Text),
            ("with_tip", GivenType.Text),
            ("holder", GivenType.Text),
            ("until", GivenType.Number),
            ("settled", GivenType.Number),
            ("said", GivenType.Text));
        foreach (var (row, body) in results)
        {
            var lease = row.State == OutgoingState.Sending ? Lease.UnderWay(store.Owner, now, leases) : null;
            given.Add(
                row.Id.Value,
                row.State.ToString(),
                row.Reason,
                row.NotBefore.Millis(),
                row.OnDoubt.ToString(),
                row.Nudge?.Kind.Id,
                row.Nudge?.Tip,
                lease?.Owner,
                lease?.Until,
                OutgoingRows.IsSettled(row.State) ? now : null,
                body);
        }

        // Between the look and this another node may have found the lease ended.
        var marked = session.All(
            $"""
            UPDATE outgoing SET state = given.becomes, reason = given.why, not_before = given.earliest, on_doubt = given.doubt,
                body = coalesce(given.said, body), kind = given.as_kind, tip = given.with_tip, lease_owner = given.holder,
                lease_until = given.until, settled_at = given.settled
            FROM {session.Relation(given)}
            WHERE id = given.row_id AND state = 'Leased' AND lease_owner = @owner
            RETURNING id
            """,
            row => new OutgoingId(row.Id(0)),
            Session.Pass(given),
            ("@owner", store.Owner)).ToHashSet();
        return [.. results.Select(result => result.Row).Where(row => marked.Contains(row.Id))];
    }

    /// <summary>How it stands with a row's person at the moment of its mark.</summary>
    /// <param name="Version">Of the person; null when there is none.</param>
    /// <param name="Went">How many recent nudges of theirs went out.</param>
    private readonly record struct Standing(long? Version, long Went)
    {
        // A turn of the person, or another nudge of theirs that went out, since the facts were read.
        public bool IsOther(Mark mark) => Version != mark.Facts!.Person.Version || Went != mark.Went;
    }
}
