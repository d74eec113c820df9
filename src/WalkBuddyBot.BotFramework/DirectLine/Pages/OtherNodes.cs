using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework.Limits;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Pages;

/// <summary>
/// Shows on this node's pages what other nodes added: at once when their bell is heard, and within a second in any case, by asking the
/// store where the open conversations stand. It also keeps noting that they are looked at, for the nodes that have no page of them.
/// </summary>
internal sealed partial class OtherNodes(
    IBell bell, OpenPages pages, IOpenConversations store, TimeProvider time, ILogger<OtherNodes> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(30);

    private readonly Seldom _away = new(TimeSpan.FromMinutes(1), time);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        bell.HasOthers ? Task.WhenAll(WatchAsync(stoppingToken), bell.RunAsync(pages.Hear, stoppingToken)) : Task.CompletedTask;

    private async Task WatchAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        var noted = time.GetTimestamp();
        while (true)
        {
            Task tick = timer.WaitForNextTickAsync(stopping).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            var note = time.GetElapsedTime(noted) >= BetweenNotes;
            noted = note ? time.GetTimestamp() : noted;
            await LookAsync(note, stopping);
        }
    }

    private async Task LookAsync(bool note, CancellationToken stopping)
    {
        if (pages.Conversations is not { Count: > 0 } open)
        {
            return;
        }

        try
        {
            foreach (var (conversation, watermark) in await store.WatermarksAsync(open, stopping))
            {
                pages.RingBehind(conversation, watermark);
            }

            if (note)
            {
                await store.LookedAtAsync(open, stopping);
            }
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The pages are told farewell.
        }
        catch (Exception failure)
        {
            if (_away.IsTime(out var times))
            {
                LogNotNow(failure is StoreUnavailableException ? null : failure, times);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning,
        "Where the open conversations stand could not be read; asked again in a second ({Times} such since this was said last).")]
    private partial void LogNotNow(Exception? failure, int times);
}
