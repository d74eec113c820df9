using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Hearing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>
/// Replies for the channel's own answer (delivery mode <c>expectReplies</c>), kept with the inbox row so that a repeat gets the same.
/// </summary>
internal static class BufferedReplies
{
    public static IReadOnlyList<BotActivity> Draw(Arrived arrived, TurnOutcome outcome, Drawings drawings)
    {
        var drawing = drawings.For(arrived.Heard.From.Channel);
        return [.. outcome.Replies.Select(reply => AnswerTo(arrived.Activity, drawing.Draw(reply, arrived.Activity.Locale)))];
    }

    public static BotActivity AnswerTo(BotActivity asked, BotActivity reply) => reply with
    {
        ChannelId = asked.ChannelId,
        Locale = reply.Locale ?? Whereabouts.Language(asked),
        From = asked.Recipient,
        Recipient = asked.From,
        Conversation = asked.Conversation,
        ReplyToId = OwnId.Is(asked.Id) ? null : asked.Id,
    };
}
