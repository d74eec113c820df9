using System.Text.Json;
using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>A button outside a card.</summary>
public sealed record CardAction
{
    /// <summary><c>imBack</c>, <c>postBack</c>, <c>messageBack</c> or <c>openUrl</c>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>What stands on it.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>What it sends.</summary>
    [JsonPropertyName("value")]
    public JsonElement? Value { get; init; }

    /// <summary>The text it sends (<c>messageBack</c>).</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>What the person is seen to have said (<c>messageBack</c>).</summary>
    [JsonPropertyName("displayText")]
    public string? DisplayText { get; init; }
}
