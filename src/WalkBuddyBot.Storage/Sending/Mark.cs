using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>A leased row, the facts its gate was asked with, and what is to be written.</summary>
/// <param name="Row">As leased.</param>
/// <param name="Facts">Null for a reply, which passes no gate, and for a person who is gone.</param>
/// <param name="Result">The row as its verdict makes it.</param>
/// <param name="Body">Its body as JSON.</param>
internal sealed record Mark(Outgoing Row, PersonFacts? Facts, Outgoing Result, string? Body)
{
    private static readonly Duration Turn = Duration.FromSeconds(1);

    public static Mark Of(
        Outgoing row, Dictionary<PersonId, PersonFacts?> known, Func<PersonFacts, Outgoing, Instant, Verdict> gate, Instant now)
    {
        if (row.Nudge is null)
        {
            return new(row, Facts: null, row with { State = OutgoingState.Sending }, OutgoingRows.Body(row));
        }

        if (known[row.Person!.Value] is not { } facts)
        {
            return new(row, Facts: null, row with { State = OutgoingState.Dropped, Reason = "gone" }, Body: null);
        }

        var result = gate(facts, row, now) switch
        {
            Verdict.Send(var body, var kind, var tip) => row with
            {
                State = OutgoingState.Sending,
                Reason = null,
                Body = body,
                Nudge = row.Nudge with { Kind = kind, Tip = tip },
            },
            Verdict.Drop(var reason) => row with { State = OutgoingState.Dropped, Reason = reason },
            Verdict.Wait(var until, var reason) => row with { State = OutgoingState.Waiting, Reason = reason, NotBefore = until },
            var other => throw new InvalidOperationException($"Nothing here does {other.GetType().Name}."),
        };
        return new(row, facts, result, OutgoingRows.Body(result));
    }

    /// <summary>Another nudge of the person is on its way: this one waits its turn, and its gates will see the other.</summary>
    public Outgoing Behind(Instant now) => Row with { State = OutgoingState.Waiting, Reason = "one-at-a-time", NotBefore = now + Turn };
}
