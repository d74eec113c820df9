using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework;

namespace WalkBuddyBot.Storage.Erasing;

/// <summary>
/// After something was erased: empties the write-ahead log, which still holds the pages as they were. In the database itself what is
/// deleted is overwritten at once.
/// </summary>
internal sealed partial class Scrubber(IStore store, TimeProvider time, ILogger<Scrubber> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    // A process that was killed may have left it undone.
    private int _owed = 1;

    /// <summary>Something was erased just now.</summary>
    public void Owe() => Volatile.Write(ref _owed, 1);

    /// <summary>Empties the log, if that is owed; a reader in the middle of it makes it wait for the next time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _owed, 0) == 0)
        {
            return;
        }

        try
        {
            if (!await store.EmptyLogAsync(cancellationToken))
            {
                Owe();
            }
        }
        catch (Exception error) when (error is StoreUnavailableException or DbException)
        {
            Owe();
            NotNow(log, error.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (true)
        {
            Task tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await RunAsync(stoppingToken);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "The write-ahead log could not be emptied just now; tried again soon: {Problem}")]
    private static partial void NotNow(ILogger logger, string problem);
}
