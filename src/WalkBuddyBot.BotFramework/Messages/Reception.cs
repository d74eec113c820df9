using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.BotFramework.Turns;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>
/// Takes an activity that may come in: stored first, then run while the channel waits. A repeat gets the first one's answer, if need be by
/// waiting for it.
/// </summary>
internal sealed partial class Reception(
    IInbox inbox, ConnectorTurns turns, IInboundActivities bot, UnstoredReplies unstored, ILogger<Reception> logger)
{
    public async Task<IResult> TakeAsync(BotActivity posted, CancellationToken cancellationToken)
    {
        if (!NeedsTurn(posted.Type))
        {
            LogIgnored(Known(posted.Type));
            return TypedResults.Ok();
        }

        var activity = posted.Id is null ? posted with { Id = OwnId.New() } : posted;
        try
        {
            if (!await inbox.ReceiveAsync(activity, ConnectorSinkName.Value, cancellationToken)
                && await inbox.FindAsync(activity.Key!, cancellationToken) is { Done: true } first)
            {
                return Answers.To(activity, KeptAnswer.Read(first.Answer));
            }
        }
        catch (StoreUnavailableException)
        {
            return await TryUnstoredAsync(activity, cancellationToken);
        }

        return turns.Add(activity) is { } turn && await EndOfAsync(turn, cancellationToken) is TurnResult.Answered ended
            ? Answers.To(activity, ended.Answer)
            : MessageRefusals.Busy;
    }

    // A slow connector takes its time with the replies; what was committed is answered all the same, since the outbox has them.
    private async Task<TurnResult> EndOfAsync(Turn turn, CancellationToken cancellationToken)
    {
        try
        {
            return await turn.Ended.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            if (await inbox.FindAsync(turn.Activity.Key!, CancellationToken.None) is { Done: true } first)
            {
                return new TurnResult.Answered(KeptAnswer.Read(first.Answer));
            }

            throw;
        }
    }

    private static bool NeedsTurn(string type) => type is ActivityTypes.Message or ActivityTypes.ConversationUpdate
        or ActivityTypes.InstallationUpdate or ActivityTypes.Event or ActivityTypes.Invoke or ActivityTypes.MessageReaction
        or ActivityTypes.EndOfConversation;

    // A type that nobody knows is the caller's word, which is not logged.
    private static string Known(string type) =>
        type is ActivityTypes.Typing or ActivityTypes.Trace or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete
            ? type
            : "unknown";

    // The last way to answer when nothing can be stored: an emergency or crisis reply needs no memory. Everything else waits for the store.
    private async Task<IResult> TryUnstoredAsync(BotActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Type != ActivityTypes.Message)
        {
            return MessageRefusals.Away;
        }

        var answer = await bot.HandleAsync(
            activity with { DeliveryMode = DeliveryModes.ExpectReplies }, ConnectorSinkName.Value, cancellationToken);
        var answered = answer.Replies.Count > 0
            && (activity.DeliveryMode == DeliveryModes.ExpectReplies
                || await unstored.TrySayAsync(activity, answer.Replies, cancellationToken));
        LogStoreAway(answered);
        return answered ? Answers.To(activity, answer) : MessageRefusals.Away;
    }

    [LoggerMessage(1, LogLevel.Debug, "An activity of type {Type} needs nothing done.")]
    private partial void LogIgnored(string type);

    [LoggerMessage(2, LogLevel.Error, "A message could not be stored; answered unstored: {Answered}.")]
    private partial void LogStoreAway(bool answered);
}
