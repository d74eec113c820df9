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
    public string Channel => Address.WebChat;

    // Web Chat shows the text above the card; with both, the words would stand there twice.
    public BotActivity Draw(Reply reply, string? locale)
    {
        var message = MessageParts.Spoken(reply, locale);
        if (MessageParts.Card(reply, locale, ButtonStyle.Submit) is { } card)
        {
            return message with { AttachmentLayout = "list", Attachments = [card] };
        }

        var words = message with { Text = reply.Text, SuggestedActions = MessageParts.Suggested(reply, BringingItsData) };
        return reply.Card is CardModel.Export { Json: { } json } ? words with { Attachments = [ExportText.File(json)] } : words;
    }

    private static CardAction BringingItsData(Choice choice) => new()
    {
        Type = "messageBack",
        Title = choice.Title,
        DisplayText = choice.Title,
        Text = choice.Title,
        Value = JsonSerializer.SerializeToElement(ButtonData.Of(choice)),
    };
}
