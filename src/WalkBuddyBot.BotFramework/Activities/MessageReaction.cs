using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>A reaction to a message.</summary>
public sealed record MessageReaction
{
    /// <summary>Which, such as <c>like</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }
}
