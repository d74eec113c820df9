using System.Collections.Immutable;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Sending;

namespace WalkBuddyBot.Storage.People;

/// <summary>A turn that broke off by a defect: counted, and at the last given up with a word to its sender.</summary>
internal sealed record FailedTurn(Heard Heard, Outgoing LastWord, string Body, string? Answer, int Most, string Owner, long Now)
{
    public ImmutableArray<Outgoing>? Run(Session session)
    {
        session.Run("UPDATE inbox SET failures = failures + 1 WHERE key = @key AND state = 'Waiting'", ("@key", Heard.Key));
        var failures = session.Number("SELECT failures FROM inbox WHERE key = @key AND state = 'Waiting'", ("@key", Heard.Key));
        if (failures is null || failures < Most)
        {
            return null;
        }

        var person = PersonRow.Owner(session, Heard.From);
        session.Run(
            """
            UPDATE inbox SET state = 'Failed', payload = NULL, answer = @answer, done_at = @now, person = @person WHERE key = @key
            """,
            ("@answer", Answer),
            ("@now", Now),
            ("@person", person?.Value.Blob()),
            ("@key", Heard.Key));
        var row = LastWord with { Person = person, State = OutgoingState.Leased };
        return OutgoingRows.Add(session, row, Body, Lease.OfTurn(Owner, Now), Now) ? [row] : [];
    }
}
