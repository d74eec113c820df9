using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>Delivers nudges by counting, as the peer's job does; whatever else is said goes its usual way.</summary>
internal sealed class CountingCourier(ICourier inner, Counts counts) : ICourier
{
    public Task<Outgoing> DeliverAsync(Outgoing marked, CancellationToken cancellationToken)
    {
        if (marked.Nudge is null)
        {
            return inner.DeliverAsync(marked, cancellationToken);
        }

        counts.Add(marked.Person!.Value.Value.ToString("N"));
        return Task.FromResult(marked with { State = OutgoingState.Sent, Reason = null, Attempts = marked.Attempts + 1 });
    }
}
