using System.Text.Json;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>
/// Sentences and their exact meanings, written by somebody who had not seen the grammar. The rules alone, without the classifier that names
/// the wish of those worded in a way of their own, must read most of them, and never act on something else than was said.
/// </summary>
public sealed class SlotBankTests
{
    private static readonly HashSet<string> Acting =
    [
        Intents.SetReminder, Intents.ChangeTime, Intents.Pause, Intents.QuietHours, Intents.Snooze, Intents.Skip, Intents.LogWalk,
        Intents.Goal,
        Intents.TimeZone, Intents.Stop, Intents.DeleteData,
    ];

    [Theory]
    [InlineData("slots-open.jsonl", 420, 0.98)]
    [InlineData("slots-sealed.jsonl", 220, 0.88)]
    public void The_slots_of_fresh_sentences_are_exact_and_none_is_silently_wrong(string file, int least, double exact)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conversation", "Understanding", file));
        var (wrong, silent) = (new List<string>(), new List<string>());
        foreach (var line in lines)
        {
            using var expected = JsonDocument.Parse(line);
            var text = expected.RootElement.GetProperty("text").GetString()!;
            var meaning = Fixture.Understand(text);
            using var got = JsonDocument.Parse(UnderstandJson.Write(text, meaning, "fine", Fixture.Now, Fixture.Zone));

            if (IsSame(expected.RootElement, got.RootElement))
            {
                continue;
            }

            wrong.Add($"{line}\n     {got.RootElement.GetRawText()}");
            if (meaning is { Ask: null, Error: null } && Acting.Contains(meaning.Label))
            {
                silent.Add(wrong[^1]);
            }
        }

        Assert.True(lines.Length >= least, "The file lost sentences.");
        Assert.True(silent.Count == 0, string.Join('\n', silent));
        Assert.True(wrong.Count <= (1 - exact) * lines.Length, string.Join('\n', wrong));
    }

    private static bool IsSame(JsonElement expected, JsonElement got) =>
        Text(expected, "label") == Text(got, "label") && Text(expected, "ask") == Text(got, "ask") && Text(expected, "error") == Text(got,
            "error")
        && (Text(expected, "error") is not null || JsonElement.DeepEquals(expected.GetProperty("slots"), got.GetProperty("slots")));

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
