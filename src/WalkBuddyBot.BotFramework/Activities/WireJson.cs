using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>
/// JSON as the protocol has it: names are case-sensitive, a number is no string, absent is not null, depth is bounded. (The Web defaults
/// would read names in any case and numbers from strings.) The fields kept without a name are <c>set</c>, not <c>init</c>: the generator
/// hands <c>init</c> properties to the constructor, and these must not go there.
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 32)]
[JsonSerializable(typeof(BotActivity))]
[JsonSerializable(typeof(IReadOnlyList<BotActivity>))]
[JsonSerializable(typeof(ConversationReference))]
public sealed partial class WireJson : JsonSerializerContext;
