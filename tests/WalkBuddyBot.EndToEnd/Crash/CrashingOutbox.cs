using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.EndToEnd.Crash;

internal sealed class CrashingOutbox(IOutbox inner, string point) : IOutbox
{
    public Task<IReadOnlyList<string>> LanesAsync(CancellationToken cancellationToken) => inner.LanesAsync(cancellationToken);

    public async Task<IReadOnlyList<Outgoing>> LeaseAsync(string lane, int most, CancellationToken cancellationToken)
    {
        var leased = await inner.LeaseAsync(lane, most, cancellationToken);
        if (leased.Any(row => row.Nudge is not null))
        {
            CrashHost.DieAt(CrashPoint.AfterLease, point);
        }

        return leased;
    }

    public async Task<IReadOnlyList<Outgoing>> MarkAsync(
        IReadOnlyList<Outgoing> leased, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken)
    {
        var marked = await inner.MarkAsync(leased, gate, cancellationToken);
        if (marked.Any(row => row is { Nudge: not null, State: OutgoingState.Sending }))
        {
            CrashHost.DieAt(CrashPoint.AfterMark, point);
        }

        return marked;
    }

    public Task RenewAsync(IReadOnlyList<OutgoingId> inHand, CancellationToken cancellationToken) => inner.RenewAsync(inHand, cancellationToken);

    public Task ReturnAsync(IReadOnlyList<Outgoing> leased, CancellationToken cancellationToken) => inner.ReturnAsync(leased, cancellationToken);

    public async Task SettleAsync(IReadOnlyList<Outgoing> settled, CancellationToken cancellationToken)
    {
        var nudges = settled.Any(row => row.Nudge is not null);
        if (nudges)
        {
            CrashHost.DieAt(CrashPoint.AfterSend, point);
        }

        await inner.SettleAsync(settled, cancellationToken);
        if (nudges)
        {
            CrashHost.DieAt(CrashPoint.AfterSettle, point);
        }
    }

    public async Task<IReadOnlyList<Outgoing>> RecoverAsync(bool atStart, CancellationToken cancellationToken)
    {
        CrashHost.DieAt(CrashPoint.BeforeRecovery, point);
        var doubtful = await inner.RecoverAsync(atStart, cancellationToken);
        CrashHost.DieAt(CrashPoint.AfterRecovery, point);
        return doubtful;
    }

    public Task<string?> ActivityIdOfAsync(OutgoingId id, CancellationToken cancellationToken) => inner.ActivityIdOfAsync(id, cancellationToken);

    public Task<Duration?> OldestDueAsync(CancellationToken cancellationToken) => inner.OldestDueAsync(cancellationToken);
}
