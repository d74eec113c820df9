using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>
/// For channels behind a connector: plain words with suggested actions that say their title, as Teams takes them (chats of two only, where
/// alone a reply has choices; six at most; never beside a card), or an Adaptive Card.
/// </summary>
/// <param name="channel">The channel's name, or <see cref="Any"/>.</param>
/// <param name="executes">Whether its clients know <c>Action.Execute</c>.</param>
internal sealed class ConnectorDrawing(string channel, bool executes) : IDrawing
{
    /// <summary>The channels that have no drawing of their own.</summary>
    public const string Any = "*";

    public string Channel => channel;

    public BotActivity Draw(Reply reply, string? locale)
    {
        var message = MessageParts.Spoken(reply, locale);
        if (reply.Card is CardModel.Export { Json: { } json })
        {
            return message with { Text = $"{reply.Text}\n\n{ExportText.Fenced(json)}", TextFormat = "markdown", Speak = reply.Text };
        }

        var style = executes ? ButtonStyle.Execute : ButtonStyle.Submit;
        return MessageParts.Card(reply, locale, style) is { } card
            ? message with { AttachmentLayout = "list", Attachments = [card] }
            : message with { Text = reply.Text, SuggestedActions = MessageParts.Suggested(reply, SayingTitle) };
    }

    private static CardAction SayingTitle(Choice choice) => new()
    {
        Type = "imBack",
        Title = choice.Title,
        Value = JsonText.Of(choice.Title),
    };
}
