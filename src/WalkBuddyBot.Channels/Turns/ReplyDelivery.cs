using Microsoft.Extensions.Logging;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>
/// Hands the replies of a turn to the courier, in order. What cannot be delivered now is left in the outbox for the door.
/// </summary>
internal sealed partial class ReplyDelivery(ICourier courier, IOutbox outbox, TimeProvider time, ILogger<ReplyDelivery> logger)
{
    // Counted apart from the request: whoever posts and closes the page still gets the answer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public async Task DeliverAsync(IReadOnlyList<Outgoing> rows)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        var begun = time.GetTimestamp();
        var ended = new List<Outgoing>();
        foreach (var row in rows)
        {
            // Behind a reply that waits the later ones wait too, or they would arrive first.
            ended.Add(ended is [.., { State: OutgoingState.Waiting } before]
                ? row with { State = OutgoingState.Waiting, NotBefore = before.NotBefore, Reason = "in order" }
                : await TryAsync(row, () => time.GetElapsedTime(begun) < Limit, limit.Token));
        }

        await SettleAsync(ended);
    }

    /// <summary>The channel has them in its own answer.</summary>
    public Task HandedOverAsync(IReadOnlyList<Outgoing> rows) =>
        SettleAsync([.. rows.Select(row => row with { State = OutgoingState.Sent, Attempts = row.Attempts + 1 })]);

    // A process that was stopped meanwhile does not say late what another has said.
    private async Task<Outgoing> TryAsync(Outgoing row, Func<bool> mayBegin, CancellationToken cancellationToken)
    {
        try
        {
            return (await courier.DeliverAsync(row, mayBegin, cancellationToken)).Row;
        }
#pragma warning disable CA1031 // The turn is committed; a reply that fails waits for the door.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUndelivered(failure, row.Id.Value);
            return row with { State = OutgoingState.Waiting, Attempts = row.Attempts + 1, Reason = DropReasons.Defect };
        }
    }

    private async Task SettleAsync(List<Outgoing> ended)
    {
        if (ended.Count == 0)
        {
            return;
        }

        try
        {
            await outbox.SettleAsync(ended, CancellationToken.None);
        }
#pragma warning disable CA1031 // Their lease ends by itself; the door sends them again, which is what doubt means for replies.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUnsettled(failure, ended.Count);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Reply {OutgoingId} was not delivered; the outbox keeps it.")]
    private partial void LogUndelivered(Exception failure, Guid outgoingId);

    [LoggerMessage(2, LogLevel.Warning, "How {Count} replies ended could not be written; the outbox keeps them.")]
    private partial void LogUnsettled(Exception failure, int count);
}
