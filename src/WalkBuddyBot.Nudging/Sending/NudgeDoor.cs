using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>
/// The door: takes permits of a lane, leases rows, marks them, hands each to the courier once, and writes how it ended. Lanes take
/// turns batch by batch, so that one tenant's backlog delays no other.
/// </summary>
internal sealed partial class NudgeDoor(
    IOutbox outbox,
    IPace pace,
    HoldWatch hold,
    NudgeDelivery delivery,
    IOptions<NudgeOptions> options,
    TimeProvider time,
    ILogger<NudgeDoor> logger)
{
    /// <summary>The lane of replies that a crash left over; they keep no pace.</summary>
    internal const string ReplyLane = "reply";

    private const int Batch = 16;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);
    private int _first;

    /// <summary>Lanes served side by side: a channel that answers slowly takes up one place.</summary>
    internal int LanesAtOnce { get; init; } = 4;

    public async Task<TickResult> RunAsync(CancellationToken cancellationToken)
    {
        var late = await hold.IsHeldAsync(cancellationToken) ? await hold.DropLateAsync(cancellationToken) : 0;
        var lanes = InTurn(await outbox.LanesAsync(cancellationToken));
        using var turns = new SemaphoreSlim(0, LanesAtOnce);
        var started = time.GetTimestamp();
        List<Task<TickResult>> serving = [.. lanes.Select(lane => ServeAsync(lane, turns, started, cancellationToken))];

        // Opened only now that every lane stands in the queue: none has a second batch before each has had its first.
        turns.Release(LanesAtOnce);
        var results = await Task.WhenAll(serving);
        return results.Aggregate(TickResult.Nothing with { Dropped = late }, (all, one) => all.And(one));
    }

    private async Task<TickResult> ServeAsync(string lane, SemaphoreSlim turns, long started, CancellationToken cancellationToken)
    {
        var result = TickResult.Nothing;
        bool more;
        do
        {
            // Whoever has had a batch queues up again behind the lanes that wait (the semaphore serves first come, first served).
            await turns.WaitAsync(cancellationToken);
            try
            {
                (var batch, more) = await BatchAsync(lane, cancellationToken);
                result = result.And(batch);
            }
#pragma warning disable CA1031 // A lane that fails is left to the next tick; the others go on.
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogLaneFailed(failure, lane);
                return result with { Whole = false };
            }
            finally
            {
                turns.Release();
            }
        }
        while (more && time.GetElapsedTime(started) < Budget);

        return result;
    }

    private async Task<(TickResult Result, bool More)> BatchAsync(string lane, CancellationToken cancellationToken)
    {
        // Replies, safety replies among them, are never held.
        if (lane != ReplyLane && await hold.IsHeldAsync(cancellationToken))
        {
            return (TickResult.Nothing, More: false);
        }

        var permits = IsPaced(lane) ? await pace.TakeAsync(lane, Batch, cancellationToken) : Batch;
        if (permits == 0)
        {
            return (TickResult.Nothing, More: false);
        }

        var leased = await outbox.LeaseAsync(lane, permits, cancellationToken);
        if (leased.Count == 0)
        {
            return (TickResult.Nothing, More: false);
        }

        var (result, holdUntil) = await delivery.RunAsync(leased, cancellationToken);
        if (holdUntil is { } wait && IsPaced(lane))
        {
            await pace.HoldAsync(lane, wait, cancellationToken);
            return (result, More: false);
        }

        // Fewer rows than permits: the lane is empty. Fewer permits than a batch: the pace will say when there are more.
        return (result, More: leased.Count == permits);
    }

    private bool IsPaced(string lane) => lane != ReplyLane && options.Value.PerTenantPerSecond > 0;

    // Replies first; after them another lane begins each time, so that a budget used up does not always end at the same one.
    private List<string> InTurn(IReadOnlyList<string> lanes)
    {
        var paced = lanes.Where(lane => lane != ReplyLane).ToList();
        var first = paced.Count == 0 ? 0 : (int)((uint)_first++ % (uint)paced.Count);
        return [.. lanes.Where(lane => lane == ReplyLane), .. paced.Skip(first), .. paced.Take(first)];
    }

    [LoggerMessage(1, LogLevel.Error, "The lane {Lane} failed in this tick; the next tick tries it again.")]
    private partial void LogLaneFailed(Exception failure, string lane);
}
