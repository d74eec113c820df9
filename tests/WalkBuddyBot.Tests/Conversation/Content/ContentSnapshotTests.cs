using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Content;

/// <summary>Content once loaded.</summary>
public sealed class ContentSnapshotTests : IDisposable
{
    private readonly ContentCopy _copy = new();

    [Fact]
    public void A_changed_file_changes_the_hash_and_nothing_else_does()
    {
        var first = ContentSnapshot.Load(_copy.Folder).Hash;
        var again = ContentSnapshot.Load(_copy.Folder).Hash;
        _copy.Replace("topics/stress.md", "fresh air can help you relax", "the open air can help you relax");

        var changed = ContentSnapshot.Load(_copy.Folder).Hash;

        Assert.Equal(first, again);
        Assert.NotEqual(first, changed);
        Assert.Equal(64, changed.Length);
    }

    [Fact]
    public void A_changed_answer_is_the_answer_at_the_next_start()
    {
        _copy.Replace("topics/stress.md", "fresh air can help you relax", "the open air can help you relax");

        ITopics topics = ContentSnapshot.Load(_copy.Folder);

        Assert.Contains("the open air can help you relax", topics.Find("stress")!.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_line_ends_and_a_byte_order_mark_are_the_same_content()
    {
        var expected = ContentSnapshot.Load(_copy.Folder);
        foreach (var file in Directory.GetFiles(_copy.Folder, "*", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, "\uFEFF" + File.ReadAllText(file).ReplaceLineEndings("\r\n"));
        }

        var actual = ContentSnapshot.Load(_copy.Folder);

        Assert.Equal(expected.Hash, actual.Hash);
        Assert.Equal(expected.TopicTexts.SelectMany(text => text.More), actual.TopicTexts.SelectMany(text => text.More));
    }

    [Fact]
    public void Line_ends_of_another_system_do_not_move_the_line_of_a_mistake()
    {
        var line = _copy.Replace("topics/stress.md", "fresh air", "miracle");
        var file = _copy.PathOf("topics/stress.md");
        File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Equal(line, Assert.Single(mistakes).Line);
    }

    [Fact]
    public void Bad_content_does_not_load_and_every_mistake_is_in_the_message()
    {
        var tip = _copy.Replace("tips.yaml", "claims: [overview.6]", "claims: [overview.66]");
        var topic = _copy.Replace("topics/stress.md", "fresh air", "miracle");

        var refused = Assert.Throws<ContentException>(() => ContentSnapshot.Load(_copy.Folder));

        Assert.Equal(2, refused.Mistakes.Length);
        Assert.Contains($"{_copy.PathOf("tips.yaml")}:{tip}: unknown claim", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{_copy.PathOf("topics/stress.md")}:{topic}: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_prints_one_line_when_all_is_well()
    {
        using var output = new StringWriter();

        var exit = ContentChecker.Run(_copy.Folder, output, forBuild: false);

        Assert.Equal(0, exit);
        Assert.Matches(@"^Content is sound: 15 topics, \d+ tips, \d+ phrases\.\s*$", output.ToString());
    }

    [Theory]
    [InlineData(false, "{0}:{1}: unknown claim \"overview.66\"; claims.yaml lists them")]
    [InlineData(true, "{0}({1}): error CONTENT: unknown claim \"overview.66\"; claims.yaml lists them")]
    public void The_command_prints_mistakes_for_people_or_for_the_build(bool forBuild, string expected)
    {
        var line = _copy.Replace("tips.yaml", "claims: [overview.6]", "claims: [overview.66]");
        using var output = new StringWriter();

        var exit = ContentChecker.Run(_copy.Folder, output, forBuild);

        Assert.Equal(1, exit);
        Assert.Equal(string.Format(null, expected, _copy.PathOf("tips.yaml"), line), output.ToString().Trim());
    }

    [Theory]
    [InlineData(false, "{0}:1: there is no such folder")]
    [InlineData(true, "{0}(1): error CONTENT: there is no such folder")]
    public void The_command_answers_2_when_there_is_no_such_folder(bool forBuild, string expected)
    {
        using var output = new StringWriter();

        var exit = ContentChecker.Run(_copy.PathOf("nowhere"), output, forBuild);

        Assert.Equal(2, exit);
        Assert.StartsWith(string.Format(null, expected, _copy.PathOf("nowhere")), output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_answers_2_when_a_folder_has_no_content()
    {
        Directory.CreateDirectory(_copy.PathOf("empty"));
        using var output = new StringWriter();

        var exit = ContentChecker.Run(_copy.PathOf("empty"), output, forBuild: false);

        Assert.Equal(2, exit);
        Assert.Contains("there are no content files here", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_snapshot_is_topics_tips_phrases_and_texts()
    {
        using var services = new ServiceCollection().AddContent(_copy.Folder).BuildServiceProvider();

        var content = services.GetRequiredService<ContentSnapshot>();

        Assert.Same(content, services.GetRequiredService<ITopics>());
        Assert.Same(content, services.GetRequiredService<ITips>());
        Assert.Same(content, services.GetRequiredService<IPhrases>());
        Assert.Same(content, services.GetRequiredService<ITopicTexts>());
    }

    [Fact]
    public void The_content_lies_beside_the_program()
    {
        var installed = ContentSnapshot.Load(ContentSnapshot.InstalledFolder);

        Assert.Equal(ContentSnapshot.Load(ContentCopy.Shipped).Hash, installed.Hash);
    }

    public void Dispose() => _copy.Dispose();
}
