using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>Marks leased rows, delivers each once, settles them and counts.</summary>
internal sealed partial class NudgeDelivery(
    IOutbox outbox,
    ICourier courier,
    NudgeJudge judge,
    NudgeMeters meters,
    IClock clock,
    TimeProvider time,
    IOptions<NudgeOptions> options,
    ILogger<NudgeDelivery> logger)
{
    private const int MostAttempts = 10;
    private static readonly Duration AfterDefect = Duration.FromMinutes(1);

    // What is still under way when its lease ends is taken for a dead node's: the attempt ends before that.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <returns>What happened, and how long the channel asks the lane to wait, if it does.</returns>
    public async Task<(TickResult Result, Duration? Wait)> RunAsync(IReadOnlyList<Outgoing> leased, CancellationToken cancellationToken)
    {
        var answered = await MarkAsync(leased, cancellationToken);
        var marked = answered.Where(row => row.State == OutgoingState.Sending).ToList();
        using var limit = new CancellationTokenSource(options.Value.Lease - Margin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var delivered = await Task.WhenAll(marked.GroupBy(Queue).Select(rows => DeliverInOrderAsync(rows, either.Token)));
        Outgoing[] settled = [.. delivered.SelectMany(rows => rows)];

        // What was sent was sent, even if the service is told to stop just now.
        await SettleAsync(settled, CancellationToken.None);
        List<Outgoing> ended = [.. answered.Where(row => row.State != OutgoingState.Sending), .. settled];
        return (Count(ended), WaitAskedBy(settled));
    }

    private async Task<IReadOnlyList<Outgoing>> MarkAsync(IReadOnlyList<Outgoing> leased, CancellationToken cancellationToken)
    {
        try
        {
            return await outbox.MarkAsync(leased, judge.Ask, cancellationToken);
        }
#pragma warning disable CA1031 // One row that cannot be marked must not keep its batch from being sent: try each alone.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogBatchFailed(failure, leased.Count);
        }

        var answered = new List<Outgoing>();
        foreach (var row in leased)
        {
            answered.AddRange(await MarkAloneAsync(row, cancellationToken));
        }

        return answered;
    }

    private async Task<IReadOnlyList<Outgoing>> MarkAloneAsync(Outgoing row, CancellationToken cancellationToken)
    {
        try
        {
            return await outbox.MarkAsync([row], judge.Ask, cancellationToken);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception defect) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogRowFailed(defect, row.Id.Value);
            var attempts = row.Attempts + 1;
            Outgoing aside = row with
            {
                State = attempts < MostAttempts ? OutgoingState.Waiting : OutgoingState.Failed,
                NotBefore = clock.GetCurrentInstant() + AfterDefect,
                Reason = DropReasons.Defect,
                Attempts = attempts,
            };
            await SettleAsync([aside], cancellationToken);
            return [aside];
        }
    }

    private static Guid Queue(Outgoing row) => row.Nudge is null ? row.To.Value : row.Id.Value;

    // The replies of a turn keep their order: what one of them waits for, those behind it wait for too.
    private async Task<List<Outgoing>> DeliverInOrderAsync(IEnumerable<Outgoing> rows, CancellationToken cancellationToken)
    {
        var ended = new List<Outgoing>();
        foreach (var row in rows)
        {
            ended.Add(ended is [.., { State: OutgoingState.Waiting } before]
                ? row with { State = OutgoingState.Waiting, NotBefore = before.NotBefore, Reason = "in order" }
                : await DeliverAsync(row, cancellationToken));
        }

        return ended;
    }

    private async Task<Outgoing> DeliverAsync(Outgoing row, CancellationToken cancellationToken)
    {
        try
        {
            return await courier.DeliverAsync(row, cancellationToken);
        }
#pragma warning disable CA1031 // The courier does not throw; if it does, nobody knows what the channel has.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogRowFailed(defect, row.Id.Value);
            var again = row.OnDoubt == Doubt.Resend && row.Attempts + 1 < MostAttempts;
            return row with
            {
                State = again ? OutgoingState.Waiting : OutgoingState.Uncertain,
                NotBefore = again ? clock.GetCurrentInstant() + AfterDefect : row.NotBefore,
                Reason = DropReasons.Defect,
                Attempts = row.Attempts + 1,
            };
        }
    }

    private async Task SettleAsync(Outgoing[] settled, CancellationToken cancellationToken)
    {
        if (settled.Length == 0)
        {
            return;
        }

        try
        {
            await outbox.SettleAsync(settled, cancellationToken);
        }
#pragma warning disable CA1031 // One row that cannot be written must not leave its whole batch in doubt.
        catch (Exception failure) when (settled.Length > 1)
#pragma warning restore CA1031
        {
            LogBatchFailed(failure, settled.Length);
            foreach (var row in settled)
            {
                await SettleAsync([row], cancellationToken);
            }
        }
        catch (Exception defect)
        {
            // Left as it is; the recovery finds it when its lease has ended.
            LogRowFailed(defect, settled[0].Id.Value);
        }
    }

    private TickResult Count(List<Outgoing> ended)
    {
        var now = clock.GetCurrentInstant();
        foreach (var row in ended.Where(row => row.Nudge is not null))
        {
            Action<Outgoing>? count = row.State switch
            {
                OutgoingState.Sent => sent => meters.Sent(sent, now),
                OutgoingState.Dropped => meters.Dropped,
                OutgoingState.Uncertain => meters.Uncertain,
                OutgoingState.Failed => meters.Failed,
                _ => null,
            };
            count?.Invoke(row);
        }

        return new(
            Planned: 0,
            ended.Count(row => row.State == OutgoingState.Sent),
            ended.Count(row => row.State == OutgoingState.Dropped),
            ended.Count(row => row.State is OutgoingState.Waiting or OutgoingState.Leased),
            ended.Count(row => row.State is OutgoingState.Uncertain or OutgoingState.Failed),
            Whole: true);
    }

    // Our web chat asks nobody to wait; a connector's Retry-After holds for the whole lane.
    private Duration? WaitAskedBy(Outgoing[] settled)
    {
        var now = clock.GetCurrentInstant();
        var put = settled.Where(row => row is { State: OutgoingState.Waiting, Nudge: not null, OnDoubt: Doubt.Drop } && row.NotBefore > now)
            .ToList();
        return put.Count == 0 ? null : put.Max(row => row.NotBefore) - now;
    }

    [LoggerMessage(1, LogLevel.Warning, "A batch of {Count} rows failed as a whole; each is tried alone.")]
    private partial void LogBatchFailed(Exception failure, int count);

    [LoggerMessage(2, LogLevel.Error, "Outgoing row {OutgoingId} failed on our side.")]
    private partial void LogRowFailed(Exception defect, Guid outgoingId);
}
