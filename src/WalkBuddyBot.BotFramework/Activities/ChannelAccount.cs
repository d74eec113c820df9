using System.Text.Json;
using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>A person or a bot, as the channel knows them.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>A label, never an identity.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The person's Entra object id (Teams).</summary>
    [JsonPropertyName("aadObjectId")]
    public string? AadObjectId { get; init; }

    /// <summary><c>user</c> or <c>bot</c>.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; init; }

    /// <summary>Fields without a name here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}
