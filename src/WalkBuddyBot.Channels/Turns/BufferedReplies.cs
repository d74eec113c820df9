using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>
/// Replies for the channel's own answer (delivery mode <c>expectReplies</c>), kept with the inbox row so that a repeat gets the same. Kept
/// are the bare words: who speaks to whom is the same in the repeat, and "delete my data" leaves no address in the answer to it.
/// </summary>
internal static class BufferedReplies
{
    public static IReadOnlyList<BotActivity> Draw(Arrived arrived, TurnOutcome outcome, Drawings drawings)
    {
        var drawing = drawings.For(arrived.Heard.From.Channel);
        return [.. outcome.Replies.Select(reply => drawing.Draw(reply, arrived.Activity.Locale))];
    }

    /// <summary>As they stand in an answer to what was asked.</summary>
    public static IReadOnlyList<BotActivity> AnswerTo(BotActivity asked, IEnumerable<BotActivity> replies) =>
        [.. replies.Select(reply => AnswerTo(asked, reply))];

    public static BotActivity AnswerTo(BotActivity asked, BotActivity reply) => reply with
    {
        ChannelId = asked.ChannelId,
        ServiceUrl = asked.ServiceUrl,
        From = asked.Recipient,
        Recipient = asked.From,
        Conversation = asked.Conversation,
        ReplyToId = asked.Id,
    };

    public static string? Write(IReadOnlyList<BotActivity>? replies) =>
        replies is null ? null : JsonSerializer.Serialize(replies, WireJson.Default.IReadOnlyListBotActivity);

    public static IReadOnlyList<BotActivity> Read(string? answer) =>
        answer is null ? [] : JsonSerializer.Deserialize(answer, WireJson.Default.IReadOnlyListBotActivity) ?? [];
}
