using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Messages;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Hearing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>Runs what arrived to its end: screened, understood, committed once, answered.</summary>
internal sealed partial class TurnRunner(
    ISafetyScreen screen,
    IReferences references,
    ITurns turns,
    IBuddy buddy,
    Exports exports,
    Drawings drawings,
    CardAnswers cards,
    Answering answering,
    GivingUp givingUp,
    IClock clock,
    TurnMeters meters,
    ILogger<TurnRunner> logger) : IInboundActivities
{
    private const int MostRuns = 10;

    public async Task<InboundAnswer> HandleAsync(BotActivity activity, string sink, CancellationToken cancellationToken)
    {
        if (cards.AtOnce(activity) is { } atOnce)
        {
            return atOnce;
        }

        if (Listener.Hear(activity, sink) is not { } heard)
        {
            await RefreshAsync(activity, sink, cancellationToken);
            return InboundAnswer.Ok;
        }

        // Before anything that needs the memory: danger is answered even when nothing can be stored.
        using var count = meters.Begin();
        var alarm = screen.Screen(heard);
        count.Alarm = alarm?.Level;
        var arrived = new Arrived(activity, heard, References.Of(activity, sink));
        try
        {
            return await RunAsync(arrived, count, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever failed, the words of an alarm need nothing but themselves.
        catch (Exception failure) when (alarm is not null || IsDefect(failure))
#pragma warning restore CA1031
        {
            if (IsDefect(failure) && await GiveUpAsync(arrived, alarm, failure, cancellationToken) is { } end)
            {
                return end;
            }

            if (alarm is null)
            {
                throw;
            }

            LogAlarmUnstored(failure);
            count.Unstored(alarm.Level);
            return InboundAnswer.Ok with { Replies = [drawings.For(heard.From.Channel).Draw(alarm.Reply, activity.Locale)] };
        }
    }

    // The memory being away, or the service stopping, says nothing about the turn.
    private static bool IsDefect(Exception failure) => failure is not (StoreUnavailableException or OperationCanceledException);

    private async Task<InboundAnswer?> GiveUpAsync(
        Arrived arrived, SafetyAlarm? alarm, Exception failure, CancellationToken cancellationToken)
    {
        LogDefect(failure);
        try
        {
            return await givingUp.TryAsync(arrived, alarm, cancellationToken);
        }
#pragma warning disable CA1031 // What cannot be counted now is counted the next time; the first failure is the one that is told of.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private async Task<InboundAnswer> RunAsync(Arrived arrived, TurnCount count, CancellationToken cancellationToken)
    {
        var heard = arrived.Heard;
        for (var run = 0; run < MostRuns; run++)
        {
            // Each time: a "delete my data" that came between has taken it away.
            await references.SaveAsync(References.KeyOf(heard.From.Id), arrived.Reference, cancellationToken);
            var facts = await turns.FindAsync(heard.From, cancellationToken);
            var outcome = await exports.FillAsync(buddy.Turn(heard, facts, clock.GetCurrentInstant()), cancellationToken);
            outcome = outcome with { Replies = ExportPages.For(heard.From.Channel, outcome.Replies) };
            var answer = AnswerTo(arrived, outcome);

            // The answer names who asked, and of them nothing is kept.
            var kept = outcome.Erases() ? null : KeptAnswer.Write(answer);
            switch (await turns.CommitAsync(heard, facts?.Person.Version, outcome, kept, cancellationToken))
            {
                case TurnEnd.Committed(var rows):
                    count.Committed(outcome);
                    return await answering.AnswerAsync(arrived, new Ended(facts, outcome, rows, answer), cancellationToken);
                case TurnEnd.Repeat(var first):
                    count.Repeated();
                    return heard.Key == arrived.Activity.Key ? KeptAnswer.Read(first) : InboundAnswer.Ok;
                default:
                    LogStale(run + 1);
                    count.Stale();
                    break;
            }
        }

        throw new StoreUnavailableException($"Other turns of the same person came between {MostRuns} times.");
    }

    private InboundAnswer AnswerTo(Arrived arrived, TurnOutcome outcome) => InboundAnswer.Ok with
    {
        Body = cards.For(arrived, outcome),
        Replies = arrived.ExpectsReplies ? BufferedReplies.Draw(arrived, outcome, drawings) : [],
    };

    // An app that was brought up to date may be reached elsewhere now. Nobody becomes known by that.
    private async Task RefreshAsync(BotActivity activity, string sink, CancellationToken cancellationToken)
    {
        if (Arrivals.IsUpgrade(activity) && Whereabouts.Of(activity, Arrivals.Who(activity)) is { } address
            && await turns.FindAsync(address, cancellationToken) is not null)
        {
            await references.SaveAsync(References.KeyOf(address.Id), References.Of(activity, sink), cancellationToken);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A turn could not be stored. It was an alarm, so its reply goes out all the same.")]
    private partial void LogAlarmUnstored(Exception failure);

    [LoggerMessage(2, LogLevel.Debug, "Another turn of this person came between; run {Run} is run again.")]
    private partial void LogStale(int run);

    [LoggerMessage(3, LogLevel.Error, "A turn broke off by a defect of ours.")]
    private partial void LogDefect(Exception failure);
}
