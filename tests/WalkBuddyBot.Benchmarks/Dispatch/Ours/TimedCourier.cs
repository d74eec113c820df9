using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>The courier with a stopwatch.</summary>
internal sealed class TimedCourier(ICourier inner, Stages stages) : ICourier
{
    public Task<Outgoing> DeliverAsync(Outgoing marked, CancellationToken cancellationToken) =>
        stages.TimeAsync("deliver (all in flight)", () => inner.DeliverAsync(marked, cancellationToken));
}
