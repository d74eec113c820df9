using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Calls;

/// <summary>Why not.</summary>
internal sealed record ErrorAnswer([property: JsonPropertyName("error")] ErrorDetail Error);

/// <summary>A code for programs and a sentence for people.</summary>
internal sealed record ErrorDetail(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("message")] string Message);

/// <summary>Writes it.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class ErrorJson : JsonSerializerContext;
