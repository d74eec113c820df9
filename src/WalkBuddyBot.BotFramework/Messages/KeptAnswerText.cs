using System.Text.Json;
using System.Text.Json.Serialization;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>The shape of a kept answer.</summary>
internal sealed record KeptAnswerText(
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("body")] JsonElement? Body,
    [property: JsonPropertyName("replies")] IReadOnlyList<BotActivity>? Replies);

/// <summary>Deeper than the wire: a reply stands within the answer that is kept.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 64)]
[JsonSerializable(typeof(KeptAnswerText))]
[JsonSerializable(typeof(IReadOnlyList<BotActivity>))]
internal sealed partial class KeptAnswerJson : JsonSerializerContext;
