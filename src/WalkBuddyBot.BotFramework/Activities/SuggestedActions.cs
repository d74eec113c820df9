using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>Buttons that go away once something newer was said.</summary>
public sealed record SuggestedActions
{
    /// <summary>The ids of those who see them; empty for all.</summary>
    [JsonPropertyName("to")]
    public IReadOnlyList<string>? To { get; init; }

    /// <summary>The buttons, in order.</summary>
    [JsonPropertyName("actions")]
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
