using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>The outbox with a stopwatch.</summary>
internal sealed class TimedOutbox(IOutbox inner, Stages stages) : IOutbox
{
    public Task<IReadOnlyList<string>> LanesAsync(CancellationToken cancellationToken) =>
        stages.TimeAsync("lanes", () => inner.LanesAsync(cancellationToken));

    public Task<IReadOnlyList<Outgoing>> LeaseAsync(string lane, int most, CancellationToken cancellationToken) =>
        stages.TimeAsync("lease", () => inner.LeaseAsync(lane, most, cancellationToken));

    public Task<IReadOnlyList<Outgoing>> MarkAsync(
        IReadOnlyList<Outgoing> leased, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken) =>
        stages.TimeAsync(
            "mark",
            () => inner.MarkAsync(leased, (facts, row, now) => stages.Time("mark: gates and words", () => gate(facts, row, now)), cancellationToken));

    public Task SettleAsync(IReadOnlyList<Outgoing> settled, CancellationToken cancellationToken) => stages.TimeAsync(
        "settle",
        async () =>
        {
            await inner.SettleAsync(settled, cancellationToken);
            return true;
        });

    public Task<IReadOnlyList<Outgoing>> RecoverAsync(bool atStart, CancellationToken cancellationToken) =>
        inner.RecoverAsync(atStart, cancellationToken);

    public Task<string?> ActivityIdOfAsync(OutgoingId id, CancellationToken cancellationToken) => inner.ActivityIdOfAsync(id, cancellationToken);

    public Task<Duration?> OldestDueAsync(CancellationToken cancellationToken) => inner.OldestDueAsync(cancellationToken);
}
