using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine.Pages;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>
/// The last way to answer when nothing can be stored: an emergency or crisis reply needs no memory, so it is shown on the open pages
/// unstored. Everything else waits for the store.
/// </summary>
internal sealed class Urgent(IInboundActivities bot, OpenPages pages, IClock clock)
{
    /// <returns>The id of the message that was answered so, or null when nothing could be said.</returns>
    public async Task<string?> TryAnswerAsync(BotActivity posted, CancellationToken cancellationToken)
    {
        var conversation = posted.Conversation!.Id!;
        if (posted.Type != ActivityTypes.Message || !pages.AnyOpen(conversation))
        {
            return null;
        }

        var asked = Stamped(posted);
        var answer = await bot.HandleAsync(asked with { DeliveryMode = "expectReplies" }, BotAccount.Sink, cancellationToken);
        if (answer.Replies.Count == 0)
        {
            return null;
        }

        var to = new ConversationReference
        {
            Sink = BotAccount.Sink,
            ChannelId = BotAccount.Channel,
            Conversation = asked.Conversation!,
            User = asked.From,
        };
        pages.Pass(conversation, asked);
        foreach (var reply in answer.Replies)
        {
            pages.Pass(conversation, Stamped(DirectLineSink.Addressed(reply, to)) with { ReplyToId = null });
        }

        return asked.Id;
    }

    private BotActivity Stamped(BotActivity activity) => activity with
    {
        Id = $"{activity.Conversation!.Id}|{RandomIds.Hex()}",
        Timestamp = Timestamps.Of(clock.GetCurrentInstant()),
    };
}
