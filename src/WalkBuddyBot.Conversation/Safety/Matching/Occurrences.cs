namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>Where each set of words occurs in a message, in the order of their first words.</summary>
internal sealed class Occurrences(int sets)
{
    private readonly List<Span>?[] _spans = new List<Span>?[sets];

    public IReadOnlyList<Span> this[int set] => _spans[set] ?? (IReadOnlyList<Span>)[];

    public bool Any(int set) => _spans[set] is not null;

    public void Add(int set, Span span)
    {
        var spans = _spans[set] ??= [];
        if (spans.Count == 0 || spans[^1] != span)
        {
            spans.Add(span);
        }
    }

    /// <summary>The spans of a set that begin at a word between two places, both included.</summary>
    public IEnumerable<Span> Starting(int set, int from, int to)
    {
        if (_spans[set] is not { } spans)
        {
            yield break;
        }

        for (var at = FirstFrom(spans, from); at < spans.Count && spans[at].Start <= to; at++)
        {
            yield return spans[at];
        }
    }

    /// <summary>Whether a set occurs wholly between two places, the second excluded.</summary>
    public bool Within(int set, int from, int to)
    {
        foreach (var span in Starting(set, from, to - 1))
        {
            if (span.End <= to)
            {
                return true;
            }
        }

        return false;
    }

    private static int FirstFrom(List<Span> spans, int from)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Start < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
