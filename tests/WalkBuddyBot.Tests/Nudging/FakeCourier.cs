using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>Delivers as told, and remembers what it was handed.</summary>
internal sealed class FakeCourier : ICourier
{
    private readonly List<Outgoing> _delivered = [];

    public Func<Outgoing, CancellationToken, Task<Outgoing>> Deliver { get; set; } =
        (row, _) => Task.FromResult(row with { State = OutgoingState.Sent, Attempts = row.Attempts + 1, ActivityId = "1" });

    /// <summary>How long the channel asks the lane of a row to wait.</summary>
    public Func<Outgoing, Duration?> LaneWaits { get; set; } = _ => null;

    public IReadOnlyList<Outgoing> Delivered
    {
        get
        {
            lock (_delivered)
            {
                return [.. _delivered];
            }
        }
    }

    public async Task<Delivered> DeliverAsync(Outgoing marked, Func<bool> mayBegin, CancellationToken cancellationToken) =>
        mayBegin() ? new(await DeliverAsync(marked, cancellationToken), LaneWaits(marked)) : new(marked.NotBegun(), null);

    public Task<Outgoing> DeliverAsync(Outgoing marked, CancellationToken cancellationToken)
    {
        lock (_delivered)
        {
            _delivered.Add(marked);
        }

        return Deliver(marked, cancellationToken);
    }
}
