using System.Text.Json;
using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>
/// An activity of the Bot Framework protocol: the few fields that are read by name, the rest kept as it came so that nothing is lost
/// on the way through. Source: the Activity schema (microsoft/botframework-sdk, specs/botframework-activity).
/// </summary>
public sealed record BotActivity
{
    /// <summary>What it is; see <see cref="ActivityTypes"/>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>The channel's id of this activity, or one of ours where the channel gave none; see <see cref="OwnId"/>.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>When the channel took it: ISO 8601 with offset, UTC.</summary>
    [JsonPropertyName("timestamp")]
    public string? Timestamp { get; init; }

    /// <summary>The sender's local time with offset.</summary>
    [JsonPropertyName("localTimestamp")]
    public string? LocalTimestamp { get; init; }

    /// <summary>The sender's IANA zone name, unchecked.</summary>
    [JsonPropertyName("localTimezone")]
    public string? LocalTimezone { get; init; }

    /// <summary>The channel's name, such as <c>webchat</c>.</summary>
    [JsonPropertyName("channelId")]
    public string? ChannelId { get; init; }

    /// <summary>Where the channel's connector answers.</summary>
    [JsonPropertyName("serviceUrl")]
    public string? ServiceUrl { get; init; }

    /// <summary>Who sent it.</summary>
    [JsonPropertyName("from")]
    public ChannelAccount? From { get; init; }

    /// <summary>Where it was sent.</summary>
    [JsonPropertyName("conversation")]
    public ConversationAccount? Conversation { get; init; }

    /// <summary>To whom.</summary>
    [JsonPropertyName("recipient")]
    public ChannelAccount? Recipient { get; init; }

    /// <summary>The words.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    [JsonPropertyName("textFormat")]
    public string? TextFormat { get; init; }

    /// <summary>The words for a voice.</summary>
    [JsonPropertyName("speak")]
    public string? Speak { get; init; }

    /// <summary>One line for a notification.</summary>
    [JsonPropertyName("summary")]
    public string? Summary { get; init; }

    /// <summary>Whether the bot waits for words: <c>acceptingInput</c>, <c>expectingInput</c> or <c>ignoringInput</c>.</summary>
    [JsonPropertyName("inputHint")]
    public string? InputHint { get; init; }

    /// <summary>The sender's language, a BCP 47 tag.</summary>
    [JsonPropertyName("locale")]
    public string? Locale { get; init; }

    /// <summary><c>list</c> or <c>carousel</c>.</summary>
    [JsonPropertyName("attachmentLayout")]
    public string? AttachmentLayout { get; init; }

    /// <summary>Cards and files.</summary>
    [JsonPropertyName("attachments")]
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Buttons under the message, shown while it is the newest.</summary>
    [JsonPropertyName("suggestedActions")]
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>Mentions, capabilities and the like, as they came.</summary>
    [JsonPropertyName("entities")]
    public JsonElement? Entities { get; init; }

    /// <summary>The name of an event or invoke.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>What a button or an event carries; untrusted.</summary>
    [JsonPropertyName("value")]
    public JsonElement? Value { get; init; }

    /// <summary>The activity this answers or belongs to.</summary>
    [JsonPropertyName("replyToId")]
    public string? ReplyToId { get; init; }

    /// <summary>What only this channel knows, as it came.</summary>
    [JsonPropertyName("channelData")]
    public JsonElement? ChannelData { get; init; }

    /// <summary>Who came in.</summary>
    [JsonPropertyName("membersAdded")]
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left.</summary>
    [JsonPropertyName("membersRemoved")]
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Which reactions were set on the message that <see cref="ReplyToId"/> names.</summary>
    [JsonPropertyName("reactionsAdded")]
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    /// <summary>Which were taken back.</summary>
    [JsonPropertyName("reactionsRemoved")]
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>What an installation update does: <c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</summary>
    [JsonPropertyName("action")]
    public string? Action { get; init; }

    /// <summary><c>normal</c>, <c>notification</c> or <c>expectReplies</c>; see <see cref="DeliveryModes"/>.</summary>
    [JsonPropertyName("deliveryMode")]
    public string? DeliveryMode { get; init; }

    /// <summary>Fields without a name here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }

    /// <summary>Names this activity for good, so that a repeat is known for one. Null while it has no id.</summary>
    [JsonIgnore]
    public string? Key => Id is null ? null : $"{ChannelId}|{Unbroken(Conversation?.Id)}|{Id}";

    // Two conversations must not meet in one key by a bar in their ids.
    private static string? Unbroken(string? id) => id is null || id.AsSpan().IndexOfAny('|', '%') < 0
        ? id
        : id.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);
}
