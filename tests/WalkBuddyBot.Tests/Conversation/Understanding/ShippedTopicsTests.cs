using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Understanding.Topics;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>Questions written without a look at the topic files, over the topics as shipped. The floor shows an edit that makes it worse.</summary>
public sealed class ShippedTopicsTests
{
    private static readonly TfIdfTopicMatcher Matcher = new(ContentSnapshot.Load(ContentSnapshot.InstalledFolder));

    [Fact]
    public void Fresh_questions_reach_their_topic_or_find_it_among_the_three_nearest()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conversation", "Understanding", "fresh-questions.tsv"));

        var ranks = lines.Select(line => line.Split('\t')).Select(pair => Rank(pair[0], pair[1])).ToList();

        Assert.True(lines.Length >= 75);
        Assert.InRange(ranks.Count(rank => rank == 0) / (double)ranks.Count, 0.85, 1);
        Assert.InRange(ranks.Count(rank => rank < 3) / (double)ranks.Count, 0.95, 1);
    }

    private static int Rank(string topic, string question) =>
        Matcher.Rank(question).Select((score, place) => (score.Topic, place)).Single(found => found.Topic == topic).place;
}
