using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>Marks leased rows together; where one of them spoils it for the others, each alone.</summary>
internal sealed partial class Marker(IOutbox outbox, NudgeJudge judge, IClock clock, ILogger<Marker> logger)
{
    private const int MostAttempts = 10;
    private static readonly Duration AfterDefect = Duration.FromMinutes(1);

    /// <returns>Those to be sent at once, and those that were dropped or put back. What is no longer ours is left out.</returns>
    public async Task<IReadOnlyList<Outgoing>> MarkAsync(IReadOnlyList<Outgoing> leased, CancellationToken cancellationToken)
    {
        try
        {
            return await outbox.MarkAsync(leased, judge.Ask, cancellationToken);
        }
#pragma warning disable CA1031 // One row that cannot be marked must not keep the others from being sent: try each alone.
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
            await outbox.SettleAsync([aside], cancellationToken);
            return [aside];
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A batch of {Count} rows could not be marked as a whole; each is tried alone.")]
    private partial void LogBatchFailed(Exception failure, int count);

    [LoggerMessage(2, LogLevel.Error, "Outgoing row {OutgoingId} could not be marked.")]
    private partial void LogRowFailed(Exception defect, Guid outgoingId);
}
