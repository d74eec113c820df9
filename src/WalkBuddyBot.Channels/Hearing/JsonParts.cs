using System.Text.Json;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>Reads JSON that somebody else wrote: what is not of the kind that is looked for is not there.</summary>
internal static class JsonParts
{
    public static JsonElement? Part(this JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
            ? part
            : null;

    public static string? Text(this JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
