using System.Collections.Frozen;
using System.Text.Json;

namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>
/// The codes in a connector's error body that change what follows. There are two shapes: <c>{"error":{"code"}}</c>, and Teams'
/// <c>{"errorCode":209,"message":"..."}</c> whose message is JSON text with a <c>subCode</c>. Whatever else it says is the channel's word
/// and goes no further.
/// </summary>
internal static class ErrorCodes
{
    public const string NotInRoster = "BotNotInConversationRoster";

    public const string Blocked = "ConversationBlockedByUser";

    public const string WritesBlocked = "MessageWritesBlocked";

    public const string Disabled = "BotDisabledByAdmin";

    /// <summary>The message that is answered or drawn anew was deleted.</summary>
    public const string NoActivity = "ActivityNotFoundInConversation";

    public const string NoConversation = "ConversationNotFound";

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, NotInRoster, Blocked, WritesBlocked, Disabled, NoActivity, NoConversation);

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 16 };

    /// <summary>The code in a body; null where there is none that is known here.</summary>
    public static string? In(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Bounded);
            return json.RootElement.ValueKind == JsonValueKind.Object ? In(json.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? In(JsonElement root)
    {
        if (root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            return Code(error, "code");
        }

        return Text(root, "message") is { } message && message.AsSpan().TrimStart().StartsWith("{") ? InMessage(message) : null;
    }

    private static string? InMessage(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message, Bounded);
            return Code(json.RootElement, "subCode");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Code(JsonElement of, string name) =>
        Text(of, name) is { } code && Known.TryGetValue(code, out var known) ? known : null;

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
