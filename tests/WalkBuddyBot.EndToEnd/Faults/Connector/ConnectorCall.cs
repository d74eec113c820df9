using System.Text.Json;
using System.Text.RegularExpressions;

namespace WalkBuddyBot.EndToEnd.Faults.Connector;

/// <summary>One call as the simulator wrote it down, before it answered.</summary>
/// <param name="At">Milliseconds on the machine's monotonic clock, which all processes share.</param>
/// <param name="Utc">Milliseconds since 1970 on the clock that the service was given.</param>
/// <param name="Method">POST or PUT.</param>
/// <param name="Conversation">Whose.</param>
/// <param name="Answers">The activity it answers or replaces.</param>
/// <param name="Nudge">Our id in its buttons; null for what is no nudge.</param>
/// <param name="Text">Its words, if they stand outside a card.</param>
/// <param name="Ending">What was answered; <see cref="Accepted"/> is the only one after which the person has it.</param>
internal sealed partial record ConnectorCall(
    long At, long Utc, string Method, string Conversation, string? Answers, string? Nudge, string Text, string Ending)
{
    public const string Accepted = "accepted";

    public bool IsAccepted => Ending == Accepted;

    public static ConnectorCall Of(string method, string conversation, string? answers, string body, TimeProvider clock, string ending)
    {
        using var json = JsonDocument.Parse(body);
        return new(
            (long)TimeSpan.FromSeconds((double)clock.GetTimestamp() / clock.TimestampFrequency).TotalMilliseconds,
            clock.GetUtcNow().ToUnixTimeMilliseconds(),
            method,
            conversation,
            answers ?? TextOf(json.RootElement, "replyToId"),
            About().Match(body) is { Success: true } found ? found.Groups["id"].Value : null,
            TextOf(json.RootElement, "text") ?? "",
            ending);
    }

    /// <summary>All that was written. A last line that was cut off was not answered, and is none.</summary>
    public static async Task<IReadOnlyList<ConnectorCall>> ReadAsync(string path)
    {
        var text = await File.ReadAllTextAsync(path);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ConnectorCall>(line)!)];
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("\"about\":\"(?<id>[0-9a-f]{32})\"")]
    private static partial Regex About();
}
