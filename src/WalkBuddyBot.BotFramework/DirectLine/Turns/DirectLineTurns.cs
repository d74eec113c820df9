using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine.Pages;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Turns;

/// <summary>
/// Runs the bot for what visitors posted, after they were answered. Whatever is not run to its end (stopped, killed, the store away)
/// stays in the inbox and is run by the next start or by the sweep.
/// </summary>
internal sealed partial class DirectLineTurns(
    IInboundActivities bot,
    IInbox inbox,
    Unstored unstored,
    IClock clock,
    TimeProvider time,
    IOptions<DirectLineOptions> options,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    ILogger<DirectLineTurns> logger) : BackgroundService
{
    private const int MostWaiting = 4096;
    private const int AtOnce = 16;
    private const int MostSwept = 1000;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(10);

    // Younger rows are most likely running just now.
    private static readonly Duration SweptAfter = Duration.FromSeconds(30);
    private static readonly Duration LongestRest = Duration.FromHours(1);

    private readonly TurnLanes _lanes = new(MostWaiting);
    private readonly ConcurrentDictionary<string, (int Times, Instant NotBefore, bool Said)> _failed = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _abandon = new();

    /// <summary>Runs it soon. When too much waits already, the sweep runs it later.</summary>
    public void Add(BotActivity activity)
    {
        if (!_lanes.TryAdd(activity))
        {
            Log.Full(logger, activity.Key);
        }
    }

    /// <summary>Takes up what was received and never run to its end, oldest first.</summary>
    /// <param name="age">How old it must be at least.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task RunUnfinishedAsync(Duration age, CancellationToken cancellationToken)
    {
        var unfinished = await inbox.UnfinishedAsync(MostSwept, cancellationToken);
        var now = clock.GetCurrentInstant();
        Forget(unfinished);
        foreach (var row in unfinished.Where(row => row.Sink == BotAccount.Sink && row.ReceivedAt <= now - age))
        {
            if (!_failed.TryGetValue(row.Activity.Key!, out var failed) || failed.NotBefore <= now)
            {
                Add(row.Activity);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What runs may end as long as the host waits; what has not begun stays in the inbox.
        await using var patience = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _abandon);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _abandon.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.IsOn(environment)
            ? Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)).Append(SweepAsync(stoppingToken)))
            : Task.CompletedTask;

    /// <summary>What is no longer unfinished (another node ran it, or it was erased) did not fail for good.</summary>
    private void Forget(IReadOnlyList<Unfinished> unfinished)
    {
        if (_failed.IsEmpty || unfinished.Count == MostSwept)
        {
            return;
        }

        var left = unfinished.Select(row => row.Activity.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in _failed.Keys.Where(key => !left.Contains(key)))
        {
            _failed.TryRemove(key, out _);
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (true)
        {
            BotActivity activity;
            try
            {
                activity = await _lanes.NextAsync(stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            // The server says farewell to its connections before it is this one's turn to stop; nothing new begins meanwhile.
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return;
            }

            await RunAsync(activity);
            _lanes.Done(activity);
        }
    }

    private async Task RunAsync(BotActivity activity)
    {
        var said = _failed.TryGetValue(activity.Key!, out var before) && before.Said;
        Exception? failure = null;
        try
        {
            var answer = await bot.HandleAsync(activity, BotAccount.Sink, _abandon.Token);
            if (answer.Replies.Count == 0)
            {
                _failed.TryRemove(activity.Key!, out _);
                return;
            }

            said = said || TrySay(activity, answer.Replies);
        }
        catch (Exception error)
        {
            failure = error;
        }

        // One that fails each time must not take the others' place: it is tried ever less often.
        var times = before.Times + 1;
        var rest = Duration.Min(SweptAfter * Math.Pow(2, Math.Min(times, 16) - 1), LongestRest);
        _failed[activity.Key!] = (times, clock.GetCurrentInstant() + rest, said);
        Log.Left(logger, failure is StoreUnavailableException ? null : failure, activity.Key, times);
    }

    // Replies that come back are an alarm's whose turn could not be stored: they are shown, once, and the turn is run again.
    private bool TrySay(BotActivity activity, IReadOnlyList<BotActivity> replies)
    {
        if (!unstored.CanShow(activity))
        {
            return false;
        }

        unstored.Show(activity, replies);
        return true;
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenSweeps, time);
        for (var age = Duration.Zero; !stopping.IsCancellationRequested; age = SweptAfter)
        {
            try
            {
                await RunUnfinishedAsync(age, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                Log.NotSwept(logger, failure);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }

            Task tick = timer.WaitForNextTickAsync(stopping).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Too much waits to be run; {Key} is run by the sweep.")]
        public static partial void Full(ILogger logger, string? key);

        [LoggerMessage(2, LogLevel.Warning, "The turn of {Key} did not end ({Times} times now); it stays in the inbox and is tried again.")]
        public static partial void Left(ILogger logger, Exception? failure, string? key, int times);

        [LoggerMessage(3, LogLevel.Warning, "The inbox could not be read for unfinished turns; the next sweep tries again.")]
        public static partial void NotSwept(ILogger logger, Exception failure);
    }
}
