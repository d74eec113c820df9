using System.Globalization;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>The real sentences of the reminders, read plainly from their file, so that a missing key or place fails here.</summary>
internal sealed class FakePhrases : IPhrases
{
    private static readonly Dictionary<string, string> Sentences = File
        .ReadLines(Path.Combine(Tree.Root, "src", "WalkBuddyBot.Conversation", "Content", "phrases", "en", "nudges.yaml"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(": ", 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Trim('"', '\''), StringComparer.Ordinal);

    public string Say(string key, string language, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var sentence = Sentences[key];
        foreach (var (name, value) in values)
        {
            Assert.Contains($"{{{name}}}", sentence, StringComparison.Ordinal);
            sentence = sentence.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        return sentence;
    }
}
