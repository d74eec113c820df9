using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Hearing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Sending;

/// <summary>Draws a row for its channel and hands it to the sink that its conversation's reference names.</summary>
internal sealed partial class Courier(
    IReferences references,
    IOutbox outbox,
    IEnumerable<IActivitySink> sinks,
    Drawings drawings,
    Settlement settlement,
    ILogger<Courier> logger) : ICourier
{
    public async Task<Outgoing> DeliverAsync(Outgoing marked, CancellationToken cancellationToken) =>
        (await DeliverAsync(marked, static () => true, cancellationToken)).Row;

    public async Task<Delivered> DeliverAsync(Outgoing marked, Func<bool> mayBegin, CancellationToken cancellationToken)
    {
        if (marked.Body is not { } body)
        {
            return Alone(Settlement.Failed(marked, "nothing to say"));
        }

        ConversationReference? to;
        string? older;
        try
        {
            to = await references.FindAsync(References.KeyOf(marked.To), cancellationToken);
            older = marked.Replaces is { } replaces ? await outbox.ActivityIdOfAsync(replaces, cancellationToken) : null;
        }
#pragma warning disable CA1031 // Whatever it was, nothing has been sent yet: the row can wait.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotSent(failure, marked.Id.Value);
            return Alone(settlement.TryLater(marked, "store"));
        }

        if (to is null)
        {
            return Alone(Settlement.Gone(marked));
        }

        if (sinks.FirstOrDefault(sink => sink.Name == to.Sink) is not { } sink)
        {
            return Alone(Settlement.Failed(marked, "no sink"));
        }

        var outcome = await HandOverAsync(sink, to, marked, body, older ?? body.ReplacesActivity, mayBegin, cancellationToken);
        return new Delivered(settlement.Of(marked, outcome, sink.KnowsRepeats), Settlement.LaneWaits(outcome));
    }

    private static Delivered Alone(Outgoing row) => new(row, LaneWaits: null);

    private async Task<SinkOutcome> HandOverAsync(
        IActivitySink sink,
        ConversationReference to,
        Outgoing row,
        Reply body,
        string? older,
        Func<bool> mayBegin,
        CancellationToken cancellationToken)
    {
        try
        {
            var activity = drawings.For(to.ChannelId).Draw(body, to.Locale) with { ReplyToId = body.AnswersActivity };
            var outgoing = OutgoingKey.Of(row.Id);
            if (row.Replaces is not { } replaces)
            {
                return await sink.SendAsync(to, activity, outgoing, mayBegin, cancellationToken);
            }

            return mayBegin()
                ? await sink.UpdateAsync(to, activity, OutgoingKey.Of(replaces), older, outgoing, cancellationToken)
                : new SinkOutcome.NotBegun();
        }
#pragma warning disable CA1031 // A sink does not throw for what its channel does; if it throws, nobody knows what the channel has.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogInDoubt(failure, row.Id.Value);
            return new SinkOutcome.Unknown(failure is OperationCanceledException ? "cut off" : "exception");
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Outgoing row {OutgoingId} was not sent: its conversation's reference could not be read.")]
    private partial void LogNotSent(Exception failure, Guid outgoingId);

    [LoggerMessage(2, LogLevel.Warning, "Outgoing row {OutgoingId} is in doubt: its sink broke off.")]
    private partial void LogInDoubt(Exception failure, Guid outgoingId);
}
