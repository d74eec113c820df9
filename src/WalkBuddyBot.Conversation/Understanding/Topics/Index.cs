using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Topics;

/// <summary>What every term weighs: the fewer topics use it, the more it tells.</summary>
internal sealed class Index
{
    private const int ShortestToMend = 6;

    private readonly FrozenDictionary<string, double> _weights;

    private readonly FrozenDictionary<(char First, int Length), string[]> _words;

    private readonly double _strange;

    public Index(IReadOnlyCollection<IReadOnlyDictionary<string, double>> counts)
    {
        var topics = counts.Count;
        _weights = counts.SelectMany(count => count.Keys).GroupBy(term => term)
            .ToFrozenDictionary(group => group.Key, group => Math.Log(1 + ((topics - group.Count() + 0.5) / (group.Count() + 0.5))) + 0.1);
        _words = _weights.Keys.Where(term => !term.Contains(' ', StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .GroupBy(word => (word[0], word.Length)).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _strange = Math.Log(1 + topics) * 0.9;
    }

    /// <summary>The known word that is one slip away from an unknown one, else the word as it is.</summary>
    public string Mend(string stem)
    {
        if (stem.Length < ShortestToMend || _weights.ContainsKey(stem))
        {
            return stem;
        }

        for (var length = stem.Length - 1; length <= stem.Length + 1; length++)
        {
            foreach (var word in _words.GetValueOrDefault((stem[0], length), []))
            {
                if (EditDistance.IsOneSlip(stem, word))
                {
                    return word;
                }
            }
        }

        return stem;
    }

    /// <summary>A vector of length 1.</summary>
    public FrozenDictionary<string, double> Vector(IEnumerable<string> terms) =>
        Vector(terms.GroupBy(term => term).ToDictionary(group => group.Key, group => (double)group.Count()));

    /// <summary>A vector of length 1.</summary>
    public FrozenDictionary<string, double> Vector(IReadOnlyDictionary<string, double> counts)
    {
        var vector = new Dictionary<string, double>(counts.Count);
        var square = 0.0;
        foreach (var (term, count) in counts)
        {
            var weight = (1 + Math.Log(1 + count)) * Weight(term);
            vector[term] = weight;
            square += weight * weight;
        }

        var norm = Math.Sqrt(square);
        return vector.Where(pair => pair.Value > 0).ToFrozenDictionary(pair => pair.Key, pair => pair.Value / norm);
    }

    /// <summary>
    /// What a term weighs. Two neighbours that no topic has side by side say nothing; a word that none has says that it is about
    /// something else.
    /// </summary>
    public double Weight(string term) =>
        _weights.TryGetValue(term, out var weight) ? (term.Contains(' ', StringComparison.Ordinal) ? 0.5 * weight : weight)
        : term.Contains(' ', StringComparison.Ordinal) ? 0 : _strange;
}
