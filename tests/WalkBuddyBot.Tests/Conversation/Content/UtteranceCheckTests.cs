using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Checks;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Tests.Conversation.Content;

/// <summary>The rules of what is learnt from, each broken once.</summary>
public sealed class UtteranceCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("walkbuddy-examples-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Does walking calm me?")]
    [InlineData("does walking calm me")]
    [InlineData("DOES  WALKING, calm m\u00E9")]
    public void An_example_that_stands_twice_is_named_with_its_first_place(string again)
    {
        var mistake = Assert.Single(Twice(("Does walking calm me?", "stress"), (again, "stress")));

        Assert.Equal(2, mistake.Line);
        Assert.Contains("stands in examples.yaml, line 1, too; say it once", mistake.What, StringComparison.Ordinal);
    }

    [Fact]
    public void One_phrase_under_two_labels_is_refused()
    {
        var mistake = Assert.Single(Twice(("does walking calm me", "stress"), ("Does walking calm me?", "mental-health")));

        Assert.Contains("stands under \"stress\" in examples.yaml, line 1, too; it can mean one thing only", mistake.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Almost_the_same_phrase_is_refused_under_two_labels_only()
    {
        var mistakes = Twice(
            ("what's a good walk", "getting-started"), ("please, what is the good walk", "getting-started"), ("So what is a good walk", "overview"));

        var mistake = Assert.Single(mistakes);
        Assert.Equal(3, mistake.Line);
        Assert.Contains("almost this, \"what's a good walk\", stands under \"getting-started\"", mistake.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_scripts_and_emoji_are_told_apart()
    {
        Assert.Empty(Twice(
            ("\u4F60\u597D", "oos"), ("\u518D\u89C1", "oos"), ("\U0001F355", "oos"), ("\U0001F600", "oos"), ("???", "oos"), ("please", "help"), ("hi", "greeting"),
            ("my data", "export_data"), ("\U0001F5D1\uFE0F my data", "delete_data")));
    }

    [Fact]
    public void Times_that_differ_are_not_the_same()
    {
        Assert.Empty(Twice(("at 10:30", "set_reminder"), ("at 1030", "set_reminder"), ("at 10.30 or so", "change_time")));
    }

    [Fact]
    public void A_label_with_too_few_examples_is_named_at_its_file()
    {
        Write("intents/tip.yaml", "tip", UtteranceCountCheck.Least - 1);
        Write("intents/help.yaml", "help", UtteranceCountCheck.Least);
        Write("oos/near-shoes.yaml", "oos", UtteranceCountCheck.LeastOutOfScope - 1);

        var mistakes = new UtteranceCheck().Check(ContentFolder.Read(_folder)).ToList();

        Assert.Contains(mistakes, mistake => mistake.File.EndsWith("tip.yaml", StringComparison.Ordinal) && mistake.What.StartsWith("\"tip\" has 79 examples", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.What.StartsWith("\"oos\" has 799 examples", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.What.StartsWith("\"stress\" has 0 examples", StringComparison.Ordinal));
        Assert.DoesNotContain(mistakes, mistake => mistake.What.StartsWith("\"help\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_label_is_named_at_its_line()
    {
        Write("intents/tips.yaml", "tips", 1);

        var mistakes = new UtteranceCheck().Check(ContentFolder.Read(_folder));

        Assert.Contains(mistakes, mistake => mistake.Line == 1 && mistake.What.StartsWith("unknown label \"tips\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_examples_is_sound()
    {
        Assert.Empty(new UtteranceCheck().Check(ContentFolder.Read(_folder)));
    }

    private static List<ContentMistake> Twice(params (string Text, string Label)[] examples) =>
    [
        .. UtteranceTwiceCheck.Check(new UtteranceSet(
            [.. examples.Select((one, at) => new Utterance(one.Text, one.Label, UtteranceGroups.Topic, "examples.yaml", at + 1))],
            ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty)),
    ];

    private void Write(string name, string label, int count)
    {
        var path = Path.Combine(_folder, UtteranceReader.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, Enumerable.Range(1, count).Select(i => $"  - \"{label} example {i}\"").Prepend("utterances:").Prepend($"label: {label}"));
    }
}
