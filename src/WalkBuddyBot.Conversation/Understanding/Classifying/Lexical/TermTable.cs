using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

/// <summary>The terms that stand in more than one example, and what each weighs: the fewer examples have it, the more it tells.</summary>
internal sealed class TermTable
{
    // What each kind of term brings to a message, whose kinds are brought to length 1 one by one.
    private const float WordShare = 1f;
    private const float PairShare = 0.7f;
    private const float LetterShare = 0.8f;
    private const float ListShare = 0.6f;

    private readonly FrozenDictionary<ulong, int> _columns;

    private readonly float _strange;

    public TermTable(ImmutableArray<ulong> terms, ImmutableArray<float> weights)
    {
        Terms = terms;
        Weights = weights;
        _columns = terms.Select((term, column) => KeyValuePair.Create(term, column)).ToFrozenDictionary();
        _strange = weights.IsEmpty ? 1 : weights.Max();
    }

    /// <summary>The hashes, ascending; a term's place is its column.</summary>
    public ImmutableArray<ulong> Terms { get; }

    public ImmutableArray<float> Weights { get; }

    /// <summary>The table of some examples.</summary>
    /// <param name="examples">Their terms.</param>
    /// <param name="fewest">In how many examples a term stands at least.</param>
    /// <param name="most">How many terms are kept at most, those of most examples first.</param>
    public static TermTable From(IReadOnlyCollection<LexicalTerms> examples, int fewest, int most)
    {
        var counts = new Dictionary<ulong, int>();
        var seen = new HashSet<ulong>();
        foreach (var example in examples)
        {
            seen.Clear();
            foreach (var kind in new[] { example.Words, example.Pairs, example.Letters, example.Lists })
            {
                seen.UnionWith(kind);
            }

            foreach (var term in seen)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
            }
        }

        var kept = counts.Where(pair => pair.Value >= fewest).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most)
            .OrderBy(pair => pair.Key).ToList();
        return new(
            [.. kept.Select(pair => pair.Key)],
            [.. kept.Select(pair => (float)(Math.Log((1.0 + examples.Count) / (1.0 + pair.Value)) + 1))]);
    }

    /// <summary>A message as a row.</summary>
    public SparseRow Row(LexicalTerms terms)
    {
        var columns = new List<int>();
        var values = new List<float>();
        var known = Add(terms.Words, WordShare, columns, values);
        Add(terms.Pairs, PairShare, columns, values);
        Add(terms.Letters, LetterShare, columns, values);
        Add(terms.Lists, ListShare, columns, values);
        return new([.. columns], [.. values], known);
    }

    private double Add(ulong[] terms, float share, List<int> columns, List<float> values)
    {
        var first = columns.Count;
        Array.Sort(terms);
        var (known, all, square) = (0.0, 0.0, 0.0);
        for (int at = 0, next; at < terms.Length; at = next)
        {
            next = at + 1;
            while (next < terms.Length && terms[next] == terms[at])
            {
                next++;
            }

            if (!_columns.TryGetValue(terms[at], out var column))
            {
                all += _strange;
                continue;
            }

            var value = Weights[column] * (1 + MathF.Log(next - at));
            columns.Add(column);
            values.Add(value);
            square += value * value;
            known += Weights[column];
            all += Weights[column];
        }

        var scale = square > 0 ? share / (float)Math.Sqrt(square) : 0;
        for (var i = first; i < values.Count; i++)
        {
            values[i] *= scale;
        }

        return all > 0 ? known / all : 0;
    }
}
