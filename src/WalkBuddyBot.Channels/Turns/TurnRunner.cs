using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
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
    Drawings drawings,
    Answering answering,
    IClock clock,
    ILogger<TurnRunner> logger) : IInboundActivities
{
    private const int MostRuns = 10;

    public async Task<InboundAnswer> HandleAsync(BotActivity activity, string sink, CancellationToken cancellationToken)
    {
        if (Listener.Hear(activity) is not { } heard)
        {
            return InboundAnswer.Ok;
        }

        // Before anything that needs the memory: danger is answered even when nothing can be stored.
        var alarm = screen.Screen(heard);
        try
        {
            return await RunAsync(new Arrived(activity, heard, References.Of(activity, sink)), cancellationToken);
        }
#pragma warning disable CA1031 // Whatever failed, the words of an alarm need nothing but themselves.
        catch (Exception failure) when (alarm is not null)
#pragma warning restore CA1031
        {
            LogAlarmUnstored(failure);
            return InboundAnswer.Ok with { Replies = [drawings.For(heard.From.Channel).Draw(alarm.Reply, activity.Locale)] };
        }
    }

    private async Task<InboundAnswer> RunAsync(Arrived arrived, CancellationToken cancellationToken)
    {
        var heard = arrived.Heard;
        await references.SaveAsync(References.KeyOf(heard.From.Id), arrived.Reference, cancellationToken);
        for (var run = 0; run < MostRuns; run++)
        {
            var facts = await turns.FindAsync(heard.From, cancellationToken);
            var outcome = buddy.Turn(heard, facts, clock.GetCurrentInstant());
            var kept = arrived.ExpectsReplies ? BufferedReplies.Draw(arrived, outcome, drawings) : null;
            switch (await turns.CommitAsync(heard, facts?.Person.Version, outcome, BufferedReplies.Write(kept), cancellationToken))
            {
                case TurnEnd.Committed(var rows):
                    return await answering.AnswerAsync(arrived, new Ended(facts, outcome, rows, kept), cancellationToken);
                case TurnEnd.Repeat(var answer):
                    return InboundAnswer.Ok with { Replies = BufferedReplies.Read(answer) };
                default:
                    LogStale(run + 1);
                    break;
            }
        }

        throw new StoreUnavailableException($"Other turns of the same person came between {MostRuns} times.");
    }

    [LoggerMessage(1, LogLevel.Error, "A turn could not be stored. It was an alarm, so its reply goes out all the same.")]
    private partial void LogAlarmUnstored(Exception failure);

    [LoggerMessage(2, LogLevel.Debug, "Another turn of this person came between; run {Run} is run again.")]
    private partial void LogStale(int run);
}
