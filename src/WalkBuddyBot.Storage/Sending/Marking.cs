using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.People;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>
/// Right before sending. The gate is asked on facts read at one moment; the writer then holds the persons, checks that the facts still
/// stand (the person's version, what of theirs went out) and writes the verdicts in one commit. Where they no longer stand, the gate is
/// asked again on new facts.
/// </summary>
internal sealed class Marking(IStore store, Facts facts, MarkWriter writer, IClock clock)
{
    private const int MostTries = 3;

    // Whatever goes out is due within hours: of older rows none comes to its end between a reading and its mark.
    private static readonly Duration Recent = Duration.FromDays(2);

    public async Task<IReadOnlyList<Outgoing>> MarkAsync(
        IReadOnlyList<Outgoing> leased, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken)
    {
        var written = new List<Outgoing>(leased.Count);
        var open = leased;
        for (var attempt = 0; attempt < MostTries && open.Count > 0; attempt++)
        {
            var asked = await AskAsync(open, gate, cancellationToken);
            var by = asked.Marks.Exists(mark => mark.Row.Nudge is null) ? WorkClass.Chat : WorkClass.Dispatch;
            var endings = await store.WriteAsync(by, session => writer.Write(session, asked.Marks, asked.Since), cancellationToken);
            written.AddRange(endings.Written);
            open = endings.Again;
        }

        return written;
    }

    private async Task<(List<Mark> Marks, long Since)> AskAsync(
        IReadOnlyList<Outgoing> rows, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken)
    {
        var nudges = rows.Where(row => row.Nudge is not null).ToList();
        var known = nudges.Count == 0 ? Known.Nothing : await store.ReadAsync(session => Read(session, nudges), cancellationToken);
        var now = clock.GetCurrentInstant();
        return ([.. rows.OrderBy(row => row.NotBefore).Select(row => Mark.Of(row, known, gate, now))], known.Since);
    }

    private Known Read(Session session, List<Outgoing> nudges)
    {
        var people = nudges.Select(row => row.Person!.Value).Distinct().ToList();
        var since = (clock.GetCurrentInstant() - Recent).ToUnixTimeMilliseconds();
        return new(
            facts.Read(session, people),
            ReferenceStore.SinksOf(session, nudges.Select(row => row.To).Distinct()),
            MarkWriter.Went(session, people, since),
            since);
    }
}
