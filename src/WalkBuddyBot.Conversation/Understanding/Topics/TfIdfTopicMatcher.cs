using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Topics;

/// <summary>
/// Plain TF-IDF: how much of what a message says a topic covers, joined with the nearest example question. A stand-in until a
/// classifier fills the seam; deterministic, and a word it has never seen counts against every topic, so that what is not in the
/// article stays out.
/// </summary>
internal sealed class TfIdfTopicMatcher : ITopicMatcher
{
    // Said this often, counted by weight, a term is half a topic's own.
    private const double HalfSaid = 1;

    // What is left of a score when the message names something that is no topic's.
    private const double Away = 0.4;

    private readonly Index _index;

    private readonly ImmutableArray<Entry> _entries;

    private readonly FrozenDictionary<string, string> _exact;

    public TfIdfTopicMatcher(ITopicTexts texts)
    {
        var topics = texts.TopicTexts;
        var counts = topics.Select(Count).ToList();
        _index = new Index(counts);
        _entries =
        [
            .. topics.Select((topic, i) => new Entry(
                topic.Id,
                counts[i].ToFrozenDictionary(count => count.Key, count => count.Value / (count.Value + HalfSaid)),
                [.. topic.Questions.Select(question => _index.Vector(Terms.Of(Terms.Stems(Plain(question)))))],
                topic.Questions.Append(topic.Title).Select(Plain).ToFrozenSet())),
        ];
        _exact = _entries.SelectMany(entry => entry.Exact.Select(words => (words, entry.Id))).DistinctBy(pair => pair.words)
            .ToFrozenDictionary(pair => pair.words, pair => pair.Id);
    }

    public ImmutableArray<TopicScore> Rank(string text)
    {
        var words = Plain(text);
        var stems = Terms.Stems(words).Select(_index.Mend).ToList();
        var terms = Terms.Of(stems).Distinct().ToList();
        var asked = _index.Vector(terms);
        var away = Elsewhere.IsMeant(words.Split(' ')) ? Away : 1;
        return
        [
            .. _entries.Select(entry => new TopicScore(entry.Id, entry.Exact.Contains(words) ? 1 : away * Score(entry, terms, asked)))
                .OrderByDescending(score => score.Score),
        ];
    }

    public string? Exact(string text) => _exact.GetValueOrDefault(Plain(text));

    private double Score(Entry entry, IReadOnlyCollection<string> terms, FrozenDictionary<string, double> asked)
    {
        var (covered, whole) = (0.0, 0.0);
        foreach (var term in terms)
        {
            var weight = _index.Weight(term);
            covered += weight * entry.Said.GetValueOrDefault(term);
            whole += weight;
        }

        var nearest = entry.Questions.Select(question => Cosine(asked, question)).DefaultIfEmpty().Max();
        return whole > 0 ? Math.Min(1, (0.65 * covered / whole) + (0.35 * nearest)) : 0;
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
            // Of an expression, it is the expression that tells: "old injury" is not about age.
            var terms = Terms.Of(Terms.Stems(Plain(text))).ToList();
            var expression = weight >= 4 && terms.Count > 1;
            foreach (var term in terms)
            {
                var part = expression && !term.Contains(' ', StringComparison.Ordinal) ? 0.25 : 1;
                counts[term] = counts.GetValueOrDefault(term) + (part * weight);
            }
        }
    }

    private static string Plain(string text) =>
        string.Join(' ', Tokeniser.Cut(Folding.Fold(text, 2_000)).Where(token => token.Kind == TokenKind.Word).Select(token => token.Text));

    private sealed record Entry(
        string Id,
        FrozenDictionary<string, double> Said,
        ImmutableArray<FrozenDictionary<string, double>> Questions,
        FrozenSet<string> Exact);
}
