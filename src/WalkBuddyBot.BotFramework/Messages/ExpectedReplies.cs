using System.Text.Json;
using System.Text.Json.Serialization;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>Replies in the answer itself; with an invoke's body beside them.</summary>
internal sealed record ExpectedReplies(
    [property: JsonPropertyName("activities")] IReadOnlyList<BotActivity> Activities,
    [property: JsonPropertyName("body")] JsonElement? Body);

/// <summary>Writes them.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 64)]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ExpectedRepliesJson : JsonSerializerContext;
