namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>All phrases of all sets in one tree of words, so that a message is walked once whatever the number of lists.</summary>
internal sealed class Phrasebook
{
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<List<int>?> _ends = [null];
    private readonly List<List<int>> _includedIn = [];

    /// <summary>How many sets there are.</summary>
    public int Sets => _includedIn.Count;

    public int NewSet()
    {
        _includedIn.Add([]);
        return Sets - 1;
    }

    /// <summary>Whatever is in one set is in the other too.</summary>
    public void Include(int into, int from) => _includedIn[from].Add(into);

    public void Add(int set, IReadOnlyList<int> words)
    {
        var node = 0;
        foreach (var word in words)
        {
            var key = Key(node, word);
            if (!_steps.TryGetValue(key, out var next))
            {
                next = _ends.Count;
                _ends.Add(null);
                _steps[key] = next;
            }

            node = next;
        }

        var ends = _ends[node] ??= [];
        if (!ends.Contains(set))
        {
            ends.Add(set);
        }
    }

    /// <summary>Where each set occurs.</summary>
    public Occurrences In(Message message)
    {
        var found = new Occurrences(Sets);
        for (var start = 0; start < message.Count; start++)
        {
            Walk(message, start, start, 0, found);
        }

        return found;
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    private void Note(int set, Span span, Occurrences found)
    {
        found.Add(set, span);
        foreach (var wider in _includedIn[set])
        {
            Note(wider, span, found);
        }
    }

    private void Walk(Message message, int start, int at, int node, Occurrences found)
    {
        if (at >= message.Count || (at > start && message.Before[at] == Break.Sentence))
        {
            return;
        }

        foreach (var word in message.Ids[at])
        {
            if (!_steps.TryGetValue(Key(node, word), out var next))
            {
                continue;
            }

            if (_ends[next] is { } sets)
            {
                foreach (var set in sets)
                {
                    Note(set, new Span(start, at + 1), found);
                }
            }

            Walk(message, start, at + 1, next, found);
        }
    }
}
