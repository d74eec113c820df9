using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>Delivers as told, and remembers what it was handed.</summary>
internal sealed class FakeCourier : ICourier
{
    private readonly List<Outgoing> _delivered = [];

    public Func<Outgoing, CancellationToken, Task<Outgoing>> Deliver { get; set; } =
        (row, _) => Task.FromResult(row with { State = OutgoingState.Sent, Attempts = row.Attempts + 1, ActivityId = "1" });

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

    public Task<Outgoing> DeliverAsync(Outgoing marked, CancellationToken cancellationToken)
    {
        lock (_delivered)
        {
            _delivered.Add(marked);
        }

        return Deliver(marked, cancellationToken);
    }
}
