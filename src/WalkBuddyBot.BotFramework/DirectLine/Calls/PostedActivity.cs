using System.Runtime.InteropServices;
using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Calls;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>
/// What a page posted, made clean: who it is from comes from the token, and of the client's words only those are kept that somebody reads.
/// </summary>
/// <param name="Activity">Without id and timestamp.</param>
/// <param name="ClientId">The client's own id, by which it knows the echo and we know a repeat.</param>
internal sealed record PostedActivity(BotActivity Activity, string? ClientId)
{
    private const string ClientActivityId = "clientActivityID";
    private const int ShortText = 64;
    private const int LongestClientId = 128;

    // A card's inputs and a button's words take far less; many of these together must not fill a page's reading.
    private const int BiggestExtra = 16 * 1024;

    // Web Chat's old way to say "I am here". We know it from POST conversations, so nothing follows from it.
    private static readonly string[] Events = ["webchat/join"];

    private static readonly string[] KeptChannelData = [ClientActivityId, "postBack", "messageBack"];

    public static (PostedActivity? Posted, Refusal? Refusal) Read(ReadOnlySpan<byte> body, Grant from, int longestText)
    {
        if (!WellFormed.IsObject(body))
        {
            return (null, Refusal.Bad("The body is not a JSON object that can be read."));
        }

        try
        {
            return JsonSerializer.Deserialize(body, WireJson.Default.BotActivity) is { } posted
                ? Clean(posted, from, longestText)
                : (null, Refusal.Bad("The body is not an activity."));
        }
        catch (JsonException)
        {
            return (null, Refusal.Bad("The body is not an activity."));
        }
    }

    private static (PostedActivity? Posted, Refusal? Refusal) Clean(BotActivity posted, Grant from, int longestText)
    {
        var text = posted.Text?.Trim();
        if (text?.Length > longestText || IsBig(posted.Value) || IsBig(posted.ChannelData))
        {
            return (null, Refusal.TooBig);
        }

        if (Wrong(posted, text) is { } wrong)
        {
            return (null, Refusal.Bad(wrong));
        }

        var message = posted.Type == ActivityTypes.Message;
        var clean = new BotActivity
        {
            Type = posted.Type,
            ChannelId = BotAccount.Channel,
            From = BotAccount.User(from.User, Short(posted.From?.Name)),
            Recipient = BotAccount.Bot,
            Conversation = new ConversationAccount { Id = from.Conversation },
            Text = message ? text : null,
            TextFormat = message && text is not null ? "plain" : null,
            Name = posted.Type == ActivityTypes.Event ? posted.Name : null,
            Value = message ? posted.Value : null,
            Locale = Short(posted.Locale),
            LocalTimezone = Short(posted.LocalTimezone),
            LocalTimestamp = Short(posted.LocalTimestamp),
            ChannelData = Kept(posted.ChannelData, message ? KeptChannelData : [ClientActivityId]),
        };
        return (new PostedActivity(clean, ClientIdOf(posted.ChannelData)), null);
    }

    private static string? Wrong(BotActivity posted, string? text)
    {
        if (posted.ChannelData is { ValueKind: not JsonValueKind.Object })
        {
            return "channelData must be an object.";
        }

        if (posted.ChannelData?.TryGetProperty(ClientActivityId, out var id) == true
            && !(id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= LongestClientId }))
        {
            return $"channelData.{ClientActivityId} must be a text of 1 to {LongestClientId} characters.";
        }

        return posted.Type switch
        {
            ActivityTypes.Typing => null,
            ActivityTypes.Message => string.IsNullOrEmpty(text) && posted.Value is null ? "A message needs text or a value." : null,
            ActivityTypes.Event => Events.Contains(posted.Name) ? null : "This event is not known here.",
            _ => "Only message, typing and event can be posted.",
        };
    }

    private static string? ClientIdOf(JsonElement? channelData) =>
        channelData?.TryGetProperty(ClientActivityId, out var id) == true ? id.GetString() : null;

    private static JsonElement? Kept(JsonElement? channelData, string[] names)
    {
        if (channelData is not { } given)
        {
            return null;
        }

        var kept = new Dictionary<string, JsonElement>();
        foreach (var name in names)
        {
            if (given.TryGetProperty(name, out var value))
            {
                kept[name] = value;
            }
        }

        return kept.Count == 0 ? null : JsonSerializer.SerializeToElement(kept, KeptJson.Default.DictionaryStringJsonElement);
    }

    private static bool IsBig(JsonElement? extra) =>
        extra is { ValueKind: not JsonValueKind.Undefined } given && JsonMarshal.GetRawUtf8Value(given).Length > BiggestExtra;

    /// <summary>A label, a language or a zone name; a longer one is none.</summary>
    private static string? Short(string? text) => text is { Length: > 0 and <= ShortText } && !text.Any(char.IsControl) ? text : null;
}
