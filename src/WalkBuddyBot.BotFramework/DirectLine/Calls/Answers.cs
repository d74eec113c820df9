using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>A token and what it opens.</summary>
internal sealed record ConversationAnswer(
    [property: JsonPropertyName("conversationId")] string ConversationId,
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("streamUrl")] string? StreamUrl);

/// <summary>The id of what was posted.</summary>
internal sealed record ResourceAnswer([property: JsonPropertyName("id")] string Id);

/// <summary>The bodies of answers.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(ResourceAnswer))]
internal sealed partial class AnswersJson : JsonSerializerContext;
