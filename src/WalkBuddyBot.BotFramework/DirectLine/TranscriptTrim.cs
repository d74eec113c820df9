using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>Removes each hour what is older than the transcripts are kept.</summary>
internal sealed partial class TranscriptTrim(
    IConversationStore store, IClock clock, TimeProvider time, IOptions<DirectLineOptions> options, ILogger<TranscriptTrim> logger)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Kept days end even where the chat was switched off meanwhile, so this does not ask whether it is on.
        using var timer = new PeriodicTimer(Between, time);
        while (true)
        {
            // Ends without an exception: a service whose start was refused is disposed of while this waits.
            Task tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await TrimAsync(stoppingToken);
        }
    }

    private async Task TrimAsync(CancellationToken stopping)
    {
        try
        {
            var before = clock.GetCurrentInstant() - Duration.FromDays(options.Value.HistoryDays);
            Log.Trimmed(logger, await store.TrimAsync(before, stopping));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The next start goes on.
        }
        catch (Exception failure)
        {
            Log.NotTrimmed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Removed} activities were older than transcripts are kept and were removed.")]
        public static partial void Trimmed(ILogger logger, int removed);

        [LoggerMessage(2, LogLevel.Warning, "Old activities could not be removed; tried again in an hour.")]
        public static partial void NotTrimmed(ILogger logger, Exception failure);
    }
}
