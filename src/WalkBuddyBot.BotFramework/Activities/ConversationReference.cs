using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>
/// All that is needed to speak first: where, as whom, to whom, and through which sink. The sink is stored at receipt, never derived from
/// the channel's name.
/// </summary>
public sealed record ConversationReference
{
    /// <summary>The name of the sink; see <see cref="IActivitySink.Name"/>.</summary>
    [JsonPropertyName("sink")]
    public required string Sink { get; init; }

    /// <summary>The channel's name.</summary>
    [JsonPropertyName("channelId")]
    public required string ChannelId { get; init; }

    /// <summary>Where the channel's connector answers; null where the sink needs none.</summary>
    [JsonPropertyName("serviceUrl")]
    public string? ServiceUrl { get; init; }

    /// <summary>The conversation.</summary>
    [JsonPropertyName("conversation")]
    public required ConversationAccount Conversation { get; init; }

    /// <summary>The bot's account there.</summary>
    [JsonPropertyName("bot")]
    public ChannelAccount? Bot { get; init; }

    /// <summary>The person's account there.</summary>
    [JsonPropertyName("user")]
    public ChannelAccount? User { get; init; }

    /// <summary>The language.</summary>
    [JsonPropertyName("locale")]
    public string? Locale { get; init; }
}
