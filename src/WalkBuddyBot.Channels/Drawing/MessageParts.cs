using System.Text;
using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>What the drawings have in common.</summary>
internal static class MessageParts
{
    private const int LargestCard = 24 * 1024;

    /// <summary>A message with what is heard of it and what a notification shows.</summary>
    public static BotActivity Spoken(Reply reply, string? locale) => new()
    {
        Type = ActivityTypes.Message,
        TextFormat = "plain",
        Locale = locale,
        Speak = reply.Speak,
        Summary = reply.Summary,
        InputHint = "acceptingInput",
    };

    /// <summary>The card of a reply; null where it has none, or one too large to be taken.</summary>
    public static Attachment? Card(Reply reply, string? locale, ButtonStyle style)
    {
        var card = reply.Card switch
        {
            CardModel.Nudge nudge => NudgeCard.Draw(nudge, reply, locale, style),
            CardModel.Folded folded => FoldedCard.Draw(folded, reply, locale),
            _ => null,
        };
        if (card is null)
        {
            return null;
        }

        var element = JsonSerializer.SerializeToElement(card);
        return Encoding.UTF8.GetByteCount(element.GetRawText()) < LargestCard
            ? new Attachment { ContentType = Attachment.AdaptiveCard, Content = element }
            : null;
    }

    public static SuggestedActions? Suggested(Reply reply, Func<Choice, CardAction> draw) => reply.Choices.IsDefaultOrEmpty
        ? null
        : new SuggestedActions { Actions = [.. reply.Choices.Take(ButtonData.Most).Select(draw)] };
}
