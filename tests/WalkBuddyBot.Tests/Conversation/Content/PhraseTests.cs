using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Content;

/// <summary>Phrases, said and unsaid.</summary>
public sealed partial class PhraseTests : IDisposable
{
    private readonly ContentCopy _copy = new();

    [Fact]
    public void Places_are_filled_in_any_order()
    {
        var phrases = Phrases("test.set: \"I'll remind you {days} at {time}, {days} it is.\"");

        var said = phrases.Say("test.set", "en", ("time", "10:30"), ("days", "on weekdays"));

        Assert.Equal("I'll remind you on weekdays at 10:30, on weekdays it is.", said);
    }

    [Fact]
    public void Numbers_are_written_the_same_everywhere()
    {
        var phrases = Phrases("test.walked: \"{distance} km.\"");

        Assert.Equal("1.5 km.", phrases.Say("test.walked", "en", ("distance", 1.5)));
    }

    [Fact]
    public void A_value_with_braces_is_not_read_as_a_place()
    {
        var phrases = Phrases("test.named: \"You said {what}.\"");

        Assert.Equal("You said {what}.", phrases.Say("test.named", "en", ("what", "{what}")));
    }

    [Fact]
    public void A_missing_phrase_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => Phrases("test.one: One.").Say("test.two", "en"));

        Assert.Contains("There is no phrase \"test.two\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_place_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => Phrases("test.set: \"At {time}.\"").Say("test.set", "en", ("tme", "10:30")));

        Assert.Contains("The phrase \"test.set\" needs a value for {time}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-AT", "Servus.")]
    [InlineData("de-CH", "Hallo.")]
    [InlineData("DE", "Hallo.")]
    [InlineData("fr", "Hello.")]
    [InlineData("", "Hello.")]
    public void The_nearest_language_speaks_and_English_when_there_is_none(string language, string expected)
    {
        _copy.Write("phrases/de/test.yaml", "test.hello: Hallo.");
        _copy.Write("phrases/de-AT/test.yaml", "test.hello: Servus.");

        Assert.Equal(expected, Phrases("test.hello: Hello.").Say("test.hello", language));
    }

    [Fact]
    public void Every_phrase_the_code_says_is_in_the_files()
    {
        var known = English().Select(phrase => phrase.Key).ToHashSet(StringComparer.Ordinal);
        var said = Code().SelectMany(code => Said().Matches(code).Select(match => match.Groups[1].Value));

        Assert.Empty(said.Except(known));
    }

    [Fact]
    public void Every_phrase_in_the_files_is_said_by_the_code()
    {
        var code = Code().ToArray();
        var whole = code.SelectMany(text => Quoted().Matches(text).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        // A key made at run time, such as $"day.{day}", uses every key that begins so.
        var begun = code.SelectMany(text => Begun().Matches(text).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        var dead = English().Select(phrase => phrase.Key)
            .Where(key => !whole.Contains(key) && !begun.Any(start => key.StartsWith(start, StringComparison.Ordinal)));

        Assert.Empty(dead);
    }

    [Fact]
    public void The_source_of_an_answer_names_its_section()
    {
        var content = ContentSnapshot.Load(_copy.Folder);
        ITopics topics = content;

        var source = content.Say("topic.source", "en", ("section", topics.Find("stress")!.Section));

        Assert.Equal("From the section \"Reduce Stress\" of the one article I know. Not medical advice.", source);
    }

    public void Dispose() => _copy.Dispose();

    private ContentSnapshot Phrases(string yaml)
    {
        _copy.Write("phrases/en/test.yaml", yaml);
        return ContentSnapshot.Load(_copy.Folder);
    }

    private static IEnumerable<PhraseDraft> English() => ContentFolder.Read(ContentCopy.Shipped).Phrases.Where(phrase => phrase.Language == "en");

    private static IEnumerable<string> Code() =>
        Directory.EnumerateFiles(Path.Combine(Tree.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .Select(File.ReadAllText);

    [GeneratedRegex(@"\.Say\(\s*""([^""]+)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"""([a-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$""([a-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.)\{")]
    private static partial Regex Begun();
}
