using System.Text.Json;
using System.Text.Json.Nodes;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>A text as a JSON value.</summary>
internal static class JsonText
{
    public static JsonElement Of(string text) => JsonSerializer.SerializeToElement<JsonNode?>(JsonValue.Create(text));
}
