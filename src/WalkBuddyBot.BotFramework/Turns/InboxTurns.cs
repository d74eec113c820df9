using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Limits;
using WalkBuddyBot.BotFramework.Messages;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>
/// Runs the bot for what came in and is answered through one sink. Whatever is not run to its end (stopped, killed, the store away) stays
/// in the inbox and is run by the next start or by the sweep.
/// </summary>
internal abstract partial class InboxTurns(TurnServices services, ILogger logger) : BackgroundService
{
    private const int MostWaiting = 4096;
    private const int MostWaitingInOne = 512;
    private const int MostSwept = 1000;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromSeconds(10);

    // A turn waits for the store, for a nudge on its way and for its channel, all of them bounded; one that still hangs holds up its
    // conversation, so it is told to end, and the inbox has it.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);

    // Younger rows are most likely running just now, here or on another node; a turn that runs takes far less. So what a killed node had
    // taken is run by another one after seven seconds, about when a page whose node is gone has found its way back. No row says who has
    // it: two nodes that run the same one end in one commit, and the loser answers what the winner did.
    private static readonly Duration SweptAfter = Duration.FromSeconds(5);

    private static readonly Duration RestAfterFailure = Duration.FromSeconds(30);

    private readonly TurnLanes _lanes = new(MostWaiting, MostWaitingInOne);
    private readonly Failures _failed = new();
    private readonly Seldom _full = new(BetweenWarnings, services.Time);
    private readonly Seldom _notSwept = new(BetweenWarnings, services.Time);
    private readonly CancellationTokenSource _abandon = new();

    /// <summary>The sink's name.</summary>
    protected abstract string Sink { get; }

    /// <summary>How many conversations run side by side.</summary>
    protected abstract int AtOnce { get; }

    protected abstract bool IsOn { get; }

    /// <summary>
    /// Runs it soon; the turn may be waited for, or not. Null when too much waits already: then the sweep runs it later.
    /// </summary>
    public Turn? Add(BotActivity activity) => Add(activity, services.Clock.GetCurrentInstant());

    /// <summary>Takes up what was received and never run to its end, oldest first.</summary>
    /// <param name="age">How old it must be at least.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task RunUnfinishedAsync(Duration age, CancellationToken cancellationToken)
    {
        var unfinished = await services.Inbox.UnfinishedAsync(Sink, MostSwept, cancellationToken);
        var now = services.Clock.GetCurrentInstant();
        if (unfinished.Count < MostSwept)
        {
            _failed.KeepOnly(unfinished);
        }

        foreach (var row in unfinished.Where(row => row.ReceivedAt <= now - age))
        {
            if (_failed.Rested(row.Activity.Key!, now))
            {
                Add(row.Activity, row.ReceivedAt);
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (IsOn)
        {
            await using var stopping = services.Lifetime.ApplicationStopping.UnsafeRegister(lanes => ((TurnLanes)lanes!).Close(), _lanes);
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)).Append(SweepAsync(stoppingToken)));
        }
    }

    /// <summary>Hands over the words of an alarm whose turn could not be stored; false when nobody could be reached.</summary>
    protected abstract Task<bool> TrySayAsync(
        BotActivity activity, IReadOnlyList<BotActivity> replies, CancellationToken cancellationToken);

    /// <summary>What follows an answer, before whoever waits gets it.</summary>
    protected virtual Task SettleAsync(BotActivity activity, InboundAnswer answer, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>What a defect is answered with where somebody waits for an answer that a later run cannot give; else null.</summary>
    protected virtual InboundAnswer? AnswerTo(Exception failure, BotActivity activity) => null;

    private Turn? Add(BotActivity activity, Instant since)
    {
        var turn = _lanes.Take(activity, since);
        if (turn is null && _full.IsTime(out var times))
        {
            LogFull(activity.Key, times);
        }

        return turn;
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (true)
        {
            Turn turn;
            try
            {
                turn = await _lanes.NextAsync(stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            // The server says farewell to its connections before it is this one's turn to stop; nothing new begins meanwhile.
            if (services.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return;
            }

            turn.Begin();
            turn.End(await DoneElsewhereAsync(turn) ?? await RunAsync(turn.Activity));
            _lanes.Done(turn);
        }
    }

    // What has waited so long that other nodes' sweeps take it too, most likely was run by one: it need not be thought through twice.
    private async Task<TurnResult?> DoneElsewhereAsync(Turn turn)
    {
        if (!services.Bell.HasOthers || services.Clock.GetCurrentInstant() - turn.Since < SweptAfter)
        {
            return null;
        }

        try
        {
            return await services.Inbox.FindAsync(turn.Activity.Key!, _abandon.Token) is { Done: true } first
                ? new TurnResult.Answered(KeptAnswer.Read(first.Answer))
                : null;
        }
        catch (Exception unknown) when (unknown is StoreUnavailableException or OperationCanceledException)
        {
            // Then running it will say so.
            return null;
        }
    }

    private async Task<TurnResult> RunAsync(BotActivity activity)
    {
        var key = activity.Key!;
        var said = _failed.Said(key);
        Exception? failure = null;
        using var end = new CancellationTokenSource(LongestTurn, services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, _abandon.Token);
        try
        {
            var answer = await TryAsync(activity, either.Token);
            if (answer.Replies.Count == 0 || activity.DeliveryMode == DeliveryModes.ExpectReplies)
            {
                await SettleAsync(activity, answer, either.Token);
                _failed.Forget(key);
                return new TurnResult.Answered(answer);
            }

            // Replies that come back unasked are an alarm's whose turn could not be stored: they are said, once, and it is run again.
            said = said || await TrySayAsync(activity, answer.Replies, either.Token);
        }
        catch (Exception error)
        {
            failure = error;
        }

        var times = _failed.Add(key, RestAfterFailure, said, services.Clock.GetCurrentInstant());
        LogLeft(failure is StoreUnavailableException ? null : failure, key, times);
        return failure is null && said ? new TurnResult.Answered(InboundAnswer.Ok) : new TurnResult.Left();
    }

    private async Task<InboundAnswer> TryAsync(BotActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            return await services.Bot.HandleAsync(activity, Sink, cancellationToken);
        }
        catch (Exception failure) when (
            failure is not (StoreUnavailableException or OperationCanceledException) && AnswerTo(failure, activity) is not null)
        {
            LogFailed(failure, activity.Key);
            return AnswerTo(failure, activity)!;
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenSweeps, services.Time);

        // Alone, whatever is unfinished at the start was left by the process before; else a node that lives may be running it.
        for (var age = services.Bell.HasOthers ? SweptAfter : Duration.Zero; !stopping.IsCancellationRequested; age = SweptAfter)
        {
            try
            {
                await RunUnfinishedAsync(age, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                if (_notSwept.IsTime(out var times))
                {
                    LogNotSwept(failure, times);
                }
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }

            Task tick = timer.WaitForNextTickAsync(stopping).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(1, LogLevel.Warning,
        "{Key} cannot be run just now, since too much waits or the service ends; the sweep runs it ({Times} such since this was said last).")]
    private partial void LogFull(string? key, int times);

    [LoggerMessage(2, LogLevel.Warning, "The turn of {Key} did not end ({Times} times now); it stays in the inbox and is tried again.")]
    private partial void LogLeft(Exception? failure, string? key, int times);

    [LoggerMessage(3, LogLevel.Warning,
        "The inbox could not be read for unfinished turns; the next sweep tries again ({Times} such since this was said last).")]
    private partial void LogNotSwept(Exception failure, int times);

    [LoggerMessage(4, LogLevel.Error, "The turn of {Key} failed, and whoever waits for it is told so.")]
    private partial void LogFailed(Exception failure, string? key);
}
