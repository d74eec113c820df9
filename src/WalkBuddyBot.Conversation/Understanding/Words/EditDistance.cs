namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>Whether two words are one slip of the finger apart.</summary>
internal static class EditDistance
{
    /// <summary>
    /// True for one letter more, less or other, or two neighbours swapped; the first letter must stay or be the one swapped.
    /// </summary>
    public static bool IsOneSlip(string typed, string meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1 || typed == meant || typed.Length == 0 || meant.Length == 0)
        {
            return false;
        }

        var same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
        {
            same++;
        }

        if (IsSwap(typed, meant, same))
        {
            return true;
        }

        // Few people miss the first letter, and "later" is not "water".
        return same > 0 && typed.AsSpan(same + (typed.Length >= meant.Length ? 1 : 0))
            .SequenceEqual(meant.AsSpan(same + (meant.Length >= typed.Length ? 1 : 0)));
    }

    /// <summary>True where two neighbours are swapped and nothing else.</summary>
    public static bool IsSwapped(string typed, string meant)
    {
        var same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
        {
            same++;
        }

        return typed != meant && IsSwap(typed, meant, same);
    }

    /// <summary>Of two words one slip apart: neighbours swapped, or a letter doubled or not doubled, as fingers do most.</summary>
    public static bool IsEasy(string typed, string meant)
    {
        var (longer, shorter) = typed.Length > meant.Length ? (typed, meant) : (meant, typed);
        if (longer.Length == shorter.Length)
        {
            return IsSwapped(typed, meant);
        }

        var same = 0;
        while (same < shorter.Length && longer[same] == shorter[same])
        {
            same++;
        }

        return same > 0 && longer[same] == longer[same - 1];
    }

    /// <summary>The first letter is missing, other or one too many, and nothing else.</summary>
    public static bool IsFirstSlip(string typed, string meant) => (typed.Length - meant.Length) switch
    {
        0 => typed[0] != meant[0] && typed.AsSpan(1).SequenceEqual(meant.AsSpan(1)),
        1 => typed.AsSpan(1).SequenceEqual(meant),
        -1 => meant.AsSpan(1).SequenceEqual(typed),
        _ => false,
    };

    /// <summary>At most two letters more, less or other, or neighbours swapped.</summary>
    public static bool IsWithinTwo(string typed, string meant)
    {
        const int most = 2;
        var width = meant.Length + 1;
        if (width > 32 || Math.Abs(typed.Length - meant.Length) > most)
        {
            return false;
        }

        Span<int> rows = stackalloc int[3 * 32];
        var before = rows[..32];
        var last = rows[32..64];
        var row = rows[64..];
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = typed[i - 1] == meant[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return false;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[width - 1] <= most;
    }

    private static bool IsSwap(string typed, string meant, int at) =>
        typed.Length == meant.Length && at + 1 < typed.Length && typed[at] == meant[at + 1] && typed[at + 1] == meant[at]
        && typed.AsSpan(at + 2).SequenceEqual(meant.AsSpan(at + 2));
}
