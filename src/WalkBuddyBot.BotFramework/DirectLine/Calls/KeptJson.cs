using System.Text.Json;
using System.Text.Json.Serialization;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>Writes the members of <c>channelData</c> that are kept.</summary>
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class KeptJson : JsonSerializerContext;
