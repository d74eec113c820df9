using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>Delivers by counting, as the peer's job does.</summary>
internal sealed class CountingCourier(Counts counts) : ICourier
{
    public Task<Outgoing> DeliverAsync(Outgoing marked, CancellationToken cancellationToken)
    {
        counts.Add(marked.Person!.Value.Value.ToString("N"));
        return Task.FromResult(marked with { State = OutgoingState.Sent, Reason = null, Attempts = marked.Attempts + 1 });
    }
}
