using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine.Pages;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>
/// The last way to answer when nothing can be stored: an emergency or crisis reply needs no memory, so it is shown on the open pages
/// unstored. Everything else waits for the store.
/// </summary>
internal sealed class Urgent(IInboundActivities bot, Unstored unstored)
{
    /// <returns>The id of the message that was answered so, or null when nothing could be said.</returns>
    public async Task<string?> TryAnswerAsync(BotActivity posted, CancellationToken cancellationToken)
    {
        if (posted.Type != ActivityTypes.Message || !unstored.CanShow(posted))
        {
            return null;
        }

        var asked = unstored.Stamped(posted);
        var answer = await bot.HandleAsync(asked with { DeliveryMode = "expectReplies" }, BotAccount.Sink, cancellationToken);
        if (answer.Replies.Count == 0)
        {
            return null;
        }

        unstored.Show(asked);
        unstored.Show(asked, answer.Replies);
        return asked.Id;
    }
}
