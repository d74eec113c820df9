using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Utterances;

public sealed class UtteranceReaderTests
{
    [Fact]
    public void An_example_knows_its_label_group_and_line()
    {
        var (set, mistakes) = Read(
            "utterances/topics/stress.yaml", "label: stress\nwords: [tense, frayed]\nutterances:\n  # at work\n  - \"my boss\"\n");

        Assert.Empty(mistakes);
        var expected = new Utterance("my boss", "stress", UtteranceGroups.Topic, "/c/utterances/topics/stress.yaml", 5);
        Assert.Equal(expected, Assert.Single(set.All));
        Assert.Equal(["tense", "frayed"], set.Words["stress"].AsEnumerable());
    }

    [Theory]
    [InlineData("utterances/oos/near-shoes.yaml", UtteranceGroups.Near)]
    [InlineData("utterances/oos/far-trivia.yaml", UtteranceGroups.Far)]
    public void The_name_of_a_file_says_how_far_off_its_examples_are(string file, string group)
    {
        var (set, mistakes) = Read(file, "label: oos\nutterances:\n  - \"which socks\"\n");

        Assert.Empty(mistakes);
        Assert.Equal((Intents.OutOfScope, group), (Assert.Single(set.All).Label, set.All[0].Group));
    }

    [Theory]
    [InlineData("utterances/intents/stop.yaml", "label: stopp\nutterances:\n  - \"enough\"\n", 1, "unknown label \"stopp\"")]
    [InlineData("utterances/topics/stress.yaml", "label: stop\nutterances:\n  - \"enough\"\n", 1, "unknown label \"stop\"")]
    [InlineData("utterances/intents/stop.yaml", "label: stop\nutterances: enough\n", 2, "expected a list")]
    [InlineData("utterances/intents/stop.yaml", "label: stop\nutterances:\n  - \"enough\"\n  - \"\"\n", 4, "expected a text")]
    [InlineData("utterances/intents/stop.yaml", "label: stop\nutterances:\n  - {a: b}\n", 3, "expected a text")]
    [InlineData("utterances/intents/stop.yaml", "label: stop\nwords: [halt]\nutterances:\n  - \"enough\"\n", 2, "unknown field \"words\"")]
    [InlineData("utterances/intents/stop.yaml", "- enough\n", 1, "expected names with values")]
    [InlineData("utterances/other/stop.yaml", "label: stop\n", 1, "nobody reads this file")]
    [InlineData("utterances/oos/shoes.yaml", "label: oos\n", 1, "nobody reads this file")]
    public void A_mistake_is_named_at_its_line(string file, string text, int line, string what)
    {
        var (_, mistakes) = Read(file, text);

        Assert.Contains(mistakes, mistake =>
            mistake.Line == line && mistake.File == $"/c/{file}" && mistake.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void An_example_longer_than_any_message_that_is_read_is_a_mistake()
    {
        var (set, mistakes) = Read("utterances/intents/stop.yaml", $"label: stop\nutterances:\n  - \"{new string('a', 1_001)}\"\n");

        Assert.Empty(set.All);
        Assert.Equal(3, Assert.Single(mistakes).Line);
    }

    [Fact]
    public void The_installed_examples_are_read_without_a_mistake_and_are_enough()
    {
        var mistakes = new List<ContentMistake>();

        var set = UtteranceReader.Read(ContentFolder.Read(ContentSnapshot.InstalledFolder), mistakes);

        Assert.Empty(mistakes);
        Assert.Empty(ExampleCounts.Missing(set, "utterances"));
        Assert.All(UtteranceLabels.InScope, label => Assert.True(set.All.Count(one => one.Label == label) >= 80, label));
        Assert.True(set.All.Count(one => one.Label == Intents.OutOfScope) >= 800);
    }

    private static (UtteranceSet Set, List<ContentMistake> Mistakes) Read(string name, string text)
    {
        var mistakes = new List<ContentMistake>();
        var set = UtteranceReader.Read([], [new ContentFile($"/c/{name}", name, text)], mistakes);
        return (set, mistakes);
    }
}
