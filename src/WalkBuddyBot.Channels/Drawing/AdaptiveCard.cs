using System.Text.Json.Nodes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>The parts of an Adaptive Card 1.5 that our cards are made of.</summary>
internal static class AdaptiveCard
{
    /// <summary>A card. Without <c>speak</c> it would have no accessible name.</summary>
    public static JsonObject Of(Reply reply, string? locale, JsonArray body, JsonArray? actions = null)
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5" };
        if (locale is not null)
        {
            card["lang"] = locale;
        }

        card["speak"] = reply.Speak;
        card["fallbackText"] = reply.Text;
        card["body"] = body;
        if (actions is { Count: > 0 })
        {
            card["actions"] = actions;
        }

        return card;
    }

    public static JsonObject Heading(string text)
    {
        var block = Line(text);
        block["style"] = "heading";
        block["size"] = "medium";
        block["weight"] = "bolder";
        return block;
    }

    public static JsonObject Small(string text)
    {
        var block = Line(text);
        block["size"] = "small";
        return block;
    }

    public static JsonObject Line(string text) => new() { ["type"] = "TextBlock", ["text"] = CardText.Literal(text), ["wrap"] = true };

    public static JsonArray Buttons(IEnumerable<Choice> choices) =>
    [
        .. choices.Take(ButtonData.Most).Select(JsonNode (choice) => new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = choice.Title,
            ["data"] = ButtonData.Of(choice),
        }),
    ];
}
