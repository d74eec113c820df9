using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.EndToEnd.Crash;

internal sealed class CrashingTurns(ITurns inner, string point) : ITurns
{
    public Task<PersonFacts?> FindAsync(Address from, CancellationToken cancellationToken) => inner.FindAsync(from, cancellationToken);

    public async Task<TurnEnd> CommitAsync(Heard heard, long? seenVersion, TurnOutcome outcome, string? answer, CancellationToken cancellationToken)
    {
        var end = await inner.CommitAsync(heard, seenVersion, outcome, answer, cancellationToken);
        if (heard.Text is not null)
        {
            CrashHost.DieAt(CrashPoint.AfterTurnCommit, point);
        }

        return end;
    }

    public Task<ImmutableArray<Outgoing>?> FailAsync(
        Heard heard, Reply lastWord, string? answer, int most, CancellationToken cancellationToken) =>
        inner.FailAsync(heard, lastWord, answer, most, cancellationToken);

    public Task<bool> NoneSendingAsync(PersonId person, Duration most, CancellationToken cancellationToken) =>
        inner.NoneSendingAsync(person, most, cancellationToken);
}
