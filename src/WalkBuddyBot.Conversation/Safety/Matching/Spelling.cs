namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>Finds the list words that a typed word may be a slip of: one letter wrong, missing, too many, or two swapped.</summary>
internal sealed class Spelling
{
    // Shorter words have too many honest neighbours; of those only the named ones are looked for, and only by slips of the hand.
    private const int Shortest = 5;
    private const int Longest = 24;

    private readonly Dictionary<string, List<string>> _byShortened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bySlip = new(StringComparer.Ordinal);

    public Spelling(IEnumerable<string> words, IEnumerable<string> shortWords)
    {
        foreach (var word in shortWords)
        {
            foreach (var slip in Slips.Of(word))
            {
                _bySlip.TryAdd(slip, word);
            }
        }

        foreach (var word in words)
        {
            if (word.Length is < Shortest or > Longest)
            {
                continue;
            }

            foreach (var shortened in Shortenings(word))
            {
                if (!_byShortened.TryGetValue(shortened, out var list))
                {
                    _byShortened[shortened] = list = new List<string>(1);
                }

                list.Add(word);
            }
        }
    }

    public IReadOnlyList<string> Correct(string typed)
    {
        if (_bySlip.TryGetValue(typed, out var meant))
        {
            return [meant];
        }

        if (typed.Length is < Shortest or > Longest || !char.IsAsciiLetter(typed[0]))
        {
            return [];
        }

        List<string> near = [];
        foreach (var shortened in Shortenings(typed))
        {
            foreach (var candidate in _byShortened.TryGetValue(shortened, out var candidates) ? candidates : [])
            {
                if (SameStart(typed, candidate) && OneSlip(typed, candidate) && !near.Contains(candidate))
                {
                    near.Add(candidate);
                }
            }
        }

        return near;
    }

    private static IEnumerable<string> Shortenings(string word)
    {
        yield return word;
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Remove(at, 1);
        }
    }

    // Nearly nobody mistypes a word's first letter; asking for it spares many innocent words.
    private static bool SameStart(string typed, string word) => typed[0] == word[0] || (typed[0] == word[1] && typed[1] == word[0]);

    private static bool OneSlip(string a, string b)
    {
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        if (longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var at = 0;
        while (at < shorter.Length && longer[at] == shorter[at])
        {
            at++;
        }

        if (longer.Length != shorter.Length)
        {
            return longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
        }

        var rest = at + 1 <= longer.Length ? at + 1 : longer.Length;
        if (longer.AsSpan(rest).SequenceEqual(shorter.AsSpan(rest)))
        {
            return true;
        }

        return at + 1 < longer.Length && longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at]
            && longer.AsSpan(at + 2).SequenceEqual(shorter.AsSpan(at + 2));
    }
}
