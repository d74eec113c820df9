using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.People;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>
/// Right before sending. The gate is asked on facts read at one moment; the writer then checks that they still hold (the person's version,
/// what of theirs went out) and writes the verdicts in one commit. Where they no longer hold, the gate is asked again on new facts.
/// </summary>
internal sealed partial class Marking(IStore store, Facts facts, LeaseOptions leases, IClock clock, ILogger<Marking> log)
{
    private const int MostTries = 3;

    public async Task<IReadOnlyList<Outgoing>> MarkAsync(
        IReadOnlyList<Outgoing> leased, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken)
    {
        var written = new List<Outgoing>(leased.Count);
        var open = leased;
        for (var attempt = 0; attempt < MostTries && open.Count > 0; attempt++)
        {
            var asked = await AskAsync(open, gate, cancellationToken);
            var by = asked.Exists(mark => mark.Row.Nudge is null) ? WorkClass.Chat : WorkClass.Dispatch;
            var endings = await store.WriteAsync(by, session => Write(session, asked), cancellationToken);
            written.AddRange(endings.Written);
            open = endings.Again;
        }

        return written;
    }

    private async Task<List<Mark>> AskAsync(
        IReadOnlyList<Outgoing> rows, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken)
    {
        var people = rows.Where(row => row.Nudge is not null).Select(row => row.Person!.Value).Distinct().ToList();
        var known = people.Count == 0 ? [] : await store.ReadAsync(session => Read(session, people), cancellationToken);
        var now = clock.GetCurrentInstant();
        var inOrder = rows.OrderBy(row => row.Person?.Value ?? Guid.Empty).ThenBy(row => row.NotBefore);
        return [.. inOrder.Select(row => Mark.Of(row, known, gate, now))];
    }

    private Dictionary<PersonId, PersonFacts?> Read(Session session, List<PersonId> people)
    {
        var known = new Dictionary<PersonId, PersonFacts?>();
        foreach (var id in people)
        {
            try
            {
                known[id] = PersonRow.Find(session, id) is { } row ? facts.Read(session, row) : null;
            }
            catch (UnreadableRowException)
            {
                Unreadable(log, id.Value);
                known[id] = null;
            }
        }

        return known;
    }

    private (List<Outgoing> Written, List<Outgoing> Again) Write(Session session, List<Mark> asked)
    {
        var now = clock.GetCurrentInstant();
        var written = new List<Outgoing>(asked.Count);
        var again = new List<Outgoing>();
        foreach (var mark in asked)
        {
            if (!IsMine(session, mark.Row, now.ToUnixTimeMilliseconds()))
            {
                continue;
            }

            if (mark.Facts is not null && IsOld(session, mark.Facts, now))
            {
                again.Add(mark.Row);
                continue;
            }

            var result = mark.Result.State == OutgoingState.Sending && IsBehindAnother(session, mark.Row) ? mark.Behind(now) : mark.Result;
            var body = result == mark.Result ? mark.Body : null;
            result = result with { OnDoubt = DoubtOf(session, result) };
            Save(session, result, body, now.ToUnixTimeMilliseconds());
            written.Add(result);
        }

        return (written, again);
    }

    private bool IsMine(Session session, Outgoing row, long now) => session.Number(
        "SELECT 1 FROM outgoing WHERE id = @id AND state = 'Leased' AND lease_owner = @owner AND lease_until > @now",
        ("@id", row.Id.Value.Blob()),
        ("@owner", store.Owner),
        ("@now", now)) is not null;

    // A turn of the person, or another nudge of theirs that went out, since the facts were read.
    private static bool IsOld(Session session, PersonFacts seen, Instant now)
    {
        var from = Facts.LedgerFrom(now);
        var went = seen.Nudges30Days.Count(
            row => row.State is OutgoingState.Sent or OutgoingState.Uncertain && row.NotBefore.ToUnixTimeMilliseconds() >= from);
        return PersonRow.VersionOf(session, seen.Person.Id) != seen.Person.Version || went != session.Number(
            """
            SELECT count(*) FROM outgoing
            WHERE person = @person AND schedule IS NOT NULL AND not_before >= @from AND state IN ('Sent', 'Uncertain')
            """,
            ("@person", seen.Person.Id.Value.Blob()),
            ("@from", from));
    }

    private static bool IsBehindAnother(Session session, Outgoing row) => row.Nudge is not null && session.Number(
        "SELECT 1 FROM outgoing WHERE person = @person AND schedule IS NOT NULL AND state = 'Sending' AND id <> @id LIMIT 1",
        ("@person", row.Person?.Value.Blob()),
        ("@id", row.Id.Value.Blob())) is not null;

    // Which sink speaks there is known by now; a channel's name alone does not tell whether it would see a repeat.
    private static Doubt DoubtOf(Session session, Outgoing row) => row.Nudge is null ? row.OnDoubt : ReferenceStore.SinkOf(session, row.To) switch
    {
        null => row.OnDoubt,
        InboxRows.WebSink => Doubt.Resend,
        _ => Doubt.Drop,
    };

    private void Save(Session session, Outgoing row, string? body, long now)
    {
        var lease = row.State == OutgoingState.Sending ? Lease.UnderWay(store.Owner, now, leases) : null;
        session.Run(
            """
            UPDATE outgoing SET state = @state, reason = @reason, not_before = @not_before, on_doubt = @doubt, body = coalesce(@body, body),
                kind = @kind, tip = @tip, lease_owner = @owner, lease_until = @until, settled_at = @settled
            WHERE id = @id
            """,
            ("@state", row.State.ToString()),
            ("@reason", row.Reason),
            ("@doubt", row.OnDoubt.ToString()),
            ("@not_before", row.NotBefore.Millis()),
            ("@body", body),
            ("@kind", row.Nudge?.Kind.Id),
            ("@tip", row.Nudge?.Tip),
            ("@owner", lease?.Owner),
            ("@until", lease?.Until),
            ("@settled", OutgoingRows.IsSettled(row.State) ? now : null),
            ("@id", row.Id.Value.Blob()));
    }

    [LoggerMessage(1, LogLevel.Error, "Person {PersonId} cannot be read; their nudges are dropped.")]
    private static partial void Unreadable(ILogger logger, Guid personId);
}
