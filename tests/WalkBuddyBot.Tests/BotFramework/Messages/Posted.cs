using System.Text.Json.Nodes;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary>Activities as channels post them.</summary>
internal static class Posted
{
    public static JsonObject Message(string text = "hi", string? id = "1", string conversation = "c") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["timestamp"] = "2026-11-23T09:00:00.000Z",
        ["channelId"] = "emulator",
        ["serviceUrl"] = "http://localhost:56150",
        ["from"] = new JsonObject { ["id"] = "u", ["name"] = "User" },
        ["recipient"] = new JsonObject { ["id"] = "b", ["name"] = "Bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["text"] = text,
    };

    public static JsonObject Invoke(string name = "adaptiveCard/action") => Message().With("type", "invoke").With("name", name);

    public static JsonObject With(this JsonObject activity, string name, JsonNode? value)
    {
        activity[name] = value;
        return activity;
    }

    public static JsonObject Without(this JsonObject activity, string name)
    {
        activity.Remove(name);
        return activity;
    }
}
