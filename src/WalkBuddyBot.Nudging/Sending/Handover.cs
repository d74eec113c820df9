using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>Hands one marked row to the courier, once, and cuts it off before its lease ends.</summary>
internal sealed partial class Handover(
    ICourier courier, IClock clock, TimeProvider time, IOptions<NudgeOptions> options, ILogger<Handover> logger)
{
    private const int MostAttempts = 10;
    private static readonly Duration AfterDefect = Duration.FromMinutes(1);

    // What is still under way when its lease ends is taken for a dead node's: the attempt ends before that.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    public async Task<Delivered> DeliverAsync(Outgoing row, Func<bool> mayBegin)
    {
        // Not ended by a service that is told to stop: what has begun is let come to its end.
        using var limit = new CancellationTokenSource(options.Value.Lease - Margin, time);
        try
        {
            return await courier.DeliverAsync(row, mayBegin, limit.Token);
        }
#pragma warning disable CA1031 // The courier does not throw; if it does, nobody knows what the channel has.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogRowFailed(defect, row.Id.Value);
            var again = row.OnDoubt == Doubt.Resend && row.Attempts + 1 < MostAttempts;
            var ended = row with
            {
                State = again ? OutgoingState.Waiting : OutgoingState.Uncertain,
                NotBefore = again ? clock.GetCurrentInstant() + AfterDefect : row.NotBefore,
                Reason = DropReasons.Defect,
                Attempts = row.Attempts + 1,
            };
            return new Delivered(ended, LaneWaits: null);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Outgoing row {OutgoingId} failed on our side.")]
    private partial void LogRowFailed(Exception defect, Guid outgoingId);
}
