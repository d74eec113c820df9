using System.Text;
using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>
/// For Web Chat: plain words with suggested actions, or an Adaptive Card whose buttons submit (Web Chat does not know Action.Execute).
/// A message carries no replyToId: Web Chat holds one back for seconds when it names a message that history no longer has.
/// </summary>
internal sealed class WebChatDrawing : IDrawing
{
    private const int LargestCard = 24 * 1024;

    public string Channel => Address.WebChat;

    public BotActivity Draw(Reply reply, string? locale)
    {
        var message = new BotActivity
        {
            Type = ActivityTypes.Message,
            TextFormat = "plain",
            Locale = locale,
            Speak = reply.Speak,
            Summary = reply.Summary,
            InputHint = "acceptingInput",
        };
        return CardOf(reply, locale) is { } card
            ? message with
            {
                AttachmentLayout = "list",
                Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard, Content = card }],
            }
            : message with { Text = reply.Text, SuggestedActions = Suggested(reply) };
    }

    // Web Chat shows the text above the card; with both, the words would stand there twice.
    private static JsonElement? CardOf(Reply reply, string? locale)
    {
        var card = reply.Card switch
        {
            CardModel.Nudge nudge => NudgeCard.Draw(nudge, reply, locale),
            CardModel.Folded folded => FoldedCard.Draw(folded, reply, locale),
            _ => null,
        };
        if (card is null)
        {
            return null;
        }

        var element = JsonSerializer.SerializeToElement(card);
        return Encoding.UTF8.GetByteCount(element.GetRawText()) < LargestCard ? element : null;
    }

    private static SuggestedActions? Suggested(Reply reply) => reply.Choices.IsDefaultOrEmpty
        ? null
        : new SuggestedActions
        {
            Actions =
            [
                .. reply.Choices.Take(ButtonData.Most).Select(choice => new CardAction
                {
                    Type = "messageBack",
                    Title = choice.Title,
                    DisplayText = choice.Title,
                    Text = choice.Title,
                    Value = JsonSerializer.SerializeToElement(ButtonData.Of(choice)),
                }),
            ],
        };
}
