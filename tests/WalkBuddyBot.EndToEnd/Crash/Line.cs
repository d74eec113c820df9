using System.Text.Json;

namespace WalkBuddyBot.EndToEnd.Crash;

/// <summary>What the tests look at in one activity of a transcript.</summary>
internal sealed record Line(string Id, bool FromBot, string Text, bool IsCard)
{
    public static Line Of(JsonElement activity) => new(
        activity.GetProperty("id").GetString()!,
        activity.GetProperty("from").GetProperty("role").GetString() == "bot",
        activity.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "",
        activity.TryGetProperty("attachments", out var cards) && cards.GetArrayLength() > 0);
}
