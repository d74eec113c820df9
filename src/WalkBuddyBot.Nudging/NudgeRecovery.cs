using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging.Sending;

namespace WalkBuddyBot.Nudging;

/// <summary>At start it runs before anything is served or run, so that no lease of this process can be among those it voids.</summary>
internal sealed partial class NudgeRecovery(IOutbox outbox, InHand inHand, NudgeMeters meters, ILogger<NudgeRecovery> logger)
    : INudgeRecovery, IHostedLifecycleService, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private bool _started;

    // Before any service starts: the web chat's begins at once to run what was left unfinished, and its replies are leased.
    public Task StartingAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // After the memory was away, what is in hand here is not a dead node's.
            await inHand.RenewAsync(cancellationToken);
            var uncertain = await outbox.RecoverAsync(atStart: !_started, cancellationToken);
            _started = true;
            foreach (var row in uncertain)
            {
                meters.Uncertain(row);
                LogUncertain(row.Id.Value);
            }

            meters.OldestDue = await outbox.OldestDueAsync(cancellationToken);
            return uncertain.Count;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    [LoggerMessage(1, LogLevel.Warning,
        "Nudge {NudgeId} was on its way when its node ended. Whether it arrived is not known; it is not sent again.")]
    private partial void LogUncertain(Guid nudgeId);
}
