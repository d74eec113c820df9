namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>Every word the lists know, each with a number; a word ending in a star stands for all that begin so.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keep;
    private readonly IReadOnlyDictionary<string, string> _typos;
    private readonly string[] _shortWords;
    private Spelling? _spelling;

    public Lexicon(IEnumerable<string> keep, IEnumerable<string> shortWords, IReadOnlyDictionary<string, string> typos)
    {
        _shortWords = [.. shortWords];
        _keep = new HashSet<string>(keep, StringComparer.Ordinal);
        _typos = typos;
    }

    /// <summary>Every whole word.</summary>
    public IEnumerable<string> Words => _words.Keys;

    /// <summary>The number of a word of a list, given when it is first seen.</summary>
    public int Add(string word)
    {
        var (book, key) = word.EndsWith('*') ? (_stems, word[..^1]) : (_words, word);
        if (!book.TryGetValue(key, out var id))
        {
            id = _words.Count + _stems.Count;
            book[key] = id;
        }

        return id;
    }

    /// <summary>Ends the adding: from now on spelling can be corrected.</summary>
    public void Seal() => _spelling = new Spelling(_words.Keys, _shortWords);

    public bool Knows(string word) => _words.ContainsKey(word) || HasStem(word);

    /// <summary>The numbers a typed word may stand for: itself, its stems, and its correction.</summary>
    public int[] IdsOf(string word)
    {
        var ids = new List<int>(2);
        Gather(word, ids);
        if (_typos.TryGetValue(word, out var meant))
        {
            Gather(meant, ids);
        }
        else if (ids.Count == 0 && !_keep.Contains(word) && _spelling is not null)
        {
            foreach (var near in _spelling.Correct(word))
            {
                Gather(near, ids);
            }
        }

        return ids.Count == 0 ? [] : [.. ids];
    }

    /// <summary>The two known words that were typed as one, or null.</summary>
    public (string First, string Second)? Split(string word)
    {
        var known = Knows(word) || _keep.Contains(word) || _typos.ContainsKey(word);
        if (word.Length is < 7 or > 24 || known || _spelling?.Correct(word).Count > 0)
        {
            return null;
        }

        for (var at = 3; at <= word.Length - 3; at++)
        {
            if (_words.ContainsKey(word[..at]) && _words.ContainsKey(word[at..]))
            {
                return (word[..at], word[at..]);
            }
        }

        return null;
    }

    private bool HasStem(string word)
    {
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 3; length <= word.Length; length++)
        {
            if (stems.ContainsKey(word.AsSpan(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    private void Gather(string word, List<int> ids)
    {
        if (_words.TryGetValue(word, out var id))
        {
            ids.Add(id);
        }

        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 3; length <= word.Length; length++)
        {
            if (stems.TryGetValue(word.AsSpan(0, length), out id))
            {
                ids.Add(id);
            }
        }
    }
}
