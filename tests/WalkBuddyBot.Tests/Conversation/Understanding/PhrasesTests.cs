using System.Text.Json;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>Phrase by phrase: text, label, slots, ask, error. The file grows with every phrase that someone found misread.</summary>
public sealed class PhrasesTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Conversation", "Understanding", "phrases.tsv");

    [Fact]
    public void Every_phrase_of_the_file_means_what_the_file_says()
    {
        var wrong = new List<string>();
        var lines = System.IO.File.ReadAllLines(File);
        foreach (var line in lines)
        {
            var expected = line.Split('\t');

            var got = Line(expected[0]);

            if (got != line)
            {
                wrong.Add($"expected {line}\n     got {got}");
            }
        }

        Assert.True(lines.Length >= 800, "The file lost phrases.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Questions_and_stories_are_not_taken_for_a_command()
    {
        var folder = Path.GetDirectoryName(File)!;
        var commands = typeof(Intents).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(id => id != Intents.OutOfScope).ToHashSet();
        var lines = System.IO.File.ReadAllLines(Path.Combine(folder, "not-commands.tsv"));

        var taken = lines.Where(line => commands.Contains(Line(line).Split('\t')[1])).ToList();

        Assert.True(lines.Length >= 140, "The file lost sentences.");
        Assert.True(taken.Count == 0, string.Join('\n', taken));
    }

    private static string Line(string text)
    {
        var meaning = Fixture.Understand(text);
        using var json = JsonDocument.Parse(UnderstandJson.Write(text, meaning, "fine", Fixture.Now, Fixture.Zone));
        var root = json.RootElement;
        string?[] fields =
        [
            text, root.GetProperty("label").GetString(), root.GetProperty("slots").GetRawText(), root.GetProperty("ask").GetString(),
            root.GetProperty("error").GetString(),
        ];
        return string.Join('\t', fields).TrimEnd('\t');
    }
}
