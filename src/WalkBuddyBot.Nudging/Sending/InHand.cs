using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>The rows that this node has leased or marked and not given out of hand, so that their leases are renewed while it lives.</summary>
internal sealed partial class InHand(IOutbox outbox, TimeProvider time, ILogger<InHand> logger)
{
    // Whatever was taken just now has the whole of its lease before it.
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<OutgoingId, long> _rows = [];

    public int Count => _rows.Count;

    public void Take(IReadOnlyList<Outgoing> rows)
    {
        var now = time.GetTimestamp();
        foreach (var row in rows)
        {
            _rows[row.Id] = now;
        }
    }

    public void Leave(Outgoing row) => _rows.TryRemove(row.Id, out _);

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (_rows.IsEmpty)
        {
            return;
        }

        List<OutgoingId> old = [.. _rows.Where(row => time.GetElapsedTime(row.Value) >= Young).Select(row => row.Key)];
        if (old.Count == 0)
        {
            return;
        }

        try
        {
            await outbox.RenewAsync(old, cancellationToken);
        }
#pragma warning disable CA1031 // Tried again three seconds later; until then the lease has time.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotRenewed(failure, old.Count);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The leases of {Count} rows in hand could not be renewed.")]
    private partial void LogNotRenewed(Exception failure, int count);
}
