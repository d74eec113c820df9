using System.Text.Json;
using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>A conversation, as the channel knows it.</summary>
public sealed record ConversationAccount
{
    /// <summary>The channel's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>Whether more than one person talks in it.</summary>
    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    [JsonPropertyName("conversationType")]
    public string? ConversationType { get; init; }

    /// <summary>The organisation it belongs to.</summary>
    [JsonPropertyName("tenantId")]
    public string? TenantId { get; init; }

    /// <summary>Fields without a name here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}
