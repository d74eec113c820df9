using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Topics;

/// <summary>
/// Plain TF-IDF over the words of each topic, joined with the nearest example question. A stand-in until a classifier fills the seam;
/// deterministic, and a word it has never seen counts against every topic, so that what is not in the article stays out.
/// </summary>
internal sealed class TfIdfTopicMatcher : ITopicMatcher
{
    private readonly Index _index;

    private readonly ImmutableArray<Entry> _entries;

    public TfIdfTopicMatcher(ITopicTexts texts)
    {
        var topics = texts.TopicTexts;
        var counts = topics.Select(Count).ToList();
        _index = new Index(counts);
        _entries =
        [
            .. topics.Select((topic, i) => new Entry(
                topic.Id,
                _index.Vector(counts[i]),
                [.. topic.Questions.Select(question => _index.Vector(Terms.Of(Terms.Stems(Plain(question)))))])),
        ];
    }

    public ImmutableArray<TopicScore> Rank(string text)
    {
        var stems = Terms.Stems(Plain(text)).Select(_index.Mend).ToList();
        var asked = _index.Vector(Terms.Of(stems));
        return [.. _entries.Select(entry => new TopicScore(entry.Id, Score(entry, asked))).OrderByDescending(score => score.Score)];
    }

    private static double Score(Entry entry, FrozenDictionary<string, double> asked)
    {
        var nearest = entry.Questions.Select(question => Cosine(asked, question)).DefaultIfEmpty().Max();
        var whole = Cosine(asked, entry.Whole);
        return Math.Min(1, (0.55 * nearest) + (0.75 * whole));
    }

    private static double Cosine(FrozenDictionary<string, double> asked, FrozenDictionary<string, double> known)
    {
        var sum = 0.0;
        foreach (var (term, weight) in asked)
        {
            sum += known.TryGetValue(term, out var other) ? weight * other : 0;
        }

        return sum;
    }

    private static Dictionary<string, double> Count(TopicText topic)
    {
        var counts = new Dictionary<string, double>();
        Add(topic.Title, 4);
        Add(topic.Section, 2);
        Add(topic.Answer, 1);
        Add(topic.Id.Replace('-', ' '), 3);
        foreach (var (texts, weight) in new[] { (topic.Words, 4.0), (topic.Questions, 2.0), (topic.More, 0.4) })
        {
            foreach (var text in texts)
            {
                Add(text, weight);
            }
        }

        return counts;

        void Add(string text, double weight)
        {
            foreach (var term in Terms.Of(Terms.Stems(Plain(text))))
            {
                counts[term] = counts.GetValueOrDefault(term) + weight;
            }
        }
    }

    private static string Plain(string text) =>
        string.Join(' ', Tokeniser.Cut(Folding.Fold(text, 2_000)).Where(token => token.Kind == TokenKind.Word).Select(token => token.Text));

    private sealed record Entry(string Id, FrozenDictionary<string, double> Whole, ImmutableArray<FrozenDictionary<string, double>> Questions);
}
