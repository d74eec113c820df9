using System.Collections.Immutable;
using System.Text.Json;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>Reads the lines that <c>evaluate</c> is given. Fields it does not know are somebody's notes.</summary>
public static class ExampleReader
{
    private const string Expected = "expected a JSON object such as {\"text\": \"remind me at 10:30\", \"label\": \"set_reminder\"}.";

    private static readonly ImmutableArray<string> Labels = [.. UtteranceLabels.InScope, Intents.OutOfScope];

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    private static readonly ImmutableArray<string> SignalNames = ["ask", "error", "safety"];

    /// <summary>The examples in order, and what is wrong with the lines that are none, each named by its number. Blank lines are left out.</summary>
    public static async Task<(ImmutableArray<Example> Examples, ImmutableArray<string> Mistakes)> ReadAsync(
        TextReader input, CancellationToken cancellationToken)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        var mistakes = ImmutableArray.CreateBuilder<string>();
        for (var line = 1; await input.ReadLineAsync(cancellationToken) is { } json; line++)
        {
            if (string.IsNullOrWhiteSpace(json))
            {
                continue;
            }

            if (Read(json, line, out var mistake) is { } example)
            {
                examples.Add(example);
            }
            else
            {
                mistakes.Add($"Line {line}: {mistake}");
            }
        }

        return (examples.ToImmutable(), mistakes.ToImmutable());
    }

    private static Example? Read(string json, int line, out string mistake)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Once);
            var root = document.RootElement.Clone();
            mistake = root.ValueKind == JsonValueKind.Object ? Mistake(root) : Expected;
            return mistake.Length == 0 ? Of(root, line) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is JSON by its grammar, but no text.
            mistake = Expected;
            return null;
        }
    }

    private static string Mistake(JsonElement root)
    {
        if (Text(root, "text") is null || Text(root, "label") is not { } label)
        {
            return Expected;
        }

        if (!Labels.Contains(label))
        {
            return $"unknown label \"{label}\"; the labels are {string.Join(", ", Labels)}.";
        }

        if (root.TryGetProperty("group", out var group) && group.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            return "\"group\" is a word, such as \"near\" or \"far\".";
        }

        return root.TryGetProperty("slots", out var slots) && slots.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)
            ? "\"slots\" is an object, such as {\"times\": [\"10:30\"]}."
            : string.Empty;
    }

    private static Example Of(JsonElement root, int line) => new(
        line,
        Text(root, "text")!,
        Text(root, "label")!,
        Text(root, "group"),
        root.TryGetProperty("slots", out var slots) && slots.ValueKind == JsonValueKind.Object
            ? slots.EnumerateObject().ToImmutableSortedDictionary(slot => slot.Name, slot => slot.Value, StringComparer.Ordinal) : null,
        root.EnumerateObject().Where(field => SignalNames.Contains(field.Name))
            .ToImmutableSortedDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
