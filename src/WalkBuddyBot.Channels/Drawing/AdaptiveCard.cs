using System.Text.Json.Nodes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>The parts of an Adaptive Card 1.5 that our cards are made of.</summary>
internal static class AdaptiveCard
{
    /// <summary>A card. Without <c>speak</c> it would have no accessible name.</summary>
    public static JsonObject Of(
        Reply reply, string? locale, JsonArray body, IEnumerable<Choice>? choices = null, ButtonStyle style = ButtonStyle.Submit)
    {
        JsonArray buttons = [.. (choices ?? []).Take(ButtonData.Most).Select(JsonNode (choice) => Button(choice, style))];
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5" };
        if (locale is not null)
        {
            card["lang"] = locale;
        }

        card["speak"] = reply.Speak;
        card["fallbackText"] = reply.Text;
        card["body"] = body;
        if (buttons.Count == 0)
        {
            return card;
        }

        // Fallbacks are heeded inside a set of actions only.
        if (style == ButtonStyle.Execute)
        {
            body.Add((JsonNode)new JsonObject { ["type"] = "ActionSet", ["actions"] = buttons });
        }
        else
        {
            card["actions"] = buttons;
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

    private static JsonObject Button(Choice choice, ButtonStyle style) => style == ButtonStyle.Execute
        ? new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = choice.Title,
            ["verb"] = choice.Verb,
            ["data"] = ButtonData.Of(choice),
            ["fallback"] = Button(choice, ButtonStyle.Submit),
        }
        : new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = choice.Title,
            ["data"] = ButtonData.Of(choice),
        };
}
