using System.Collections.Frozen;
using System.Text;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>
/// Mends slips before anything else reads a message: a word that nothing here knows becomes the commonest word of the content that one
/// slip of the finger, or two in a long word, makes of it. A known word, a figure and a name of a place stay as they are.
/// </summary>
internal sealed class Speller
{
    // Longer messages are stories, and a longer word is none.
    private const int MostText = 1_000;

    private const int MostWord = 24;

    // Said this often in the examples, a word is no slip itself.
    private const int Trusted = 3;

    // A word said once, beside one this common that is a slip away, is a slip.
    private const int Common = 20;

    private readonly WordCounts _counts;

    private readonly FrozenSet<string> _known;

    private readonly FrozenDictionary<int, string[]> _meant;

    public Speller(WordCounts counts, IEnumerable<string> plainWords)
    {
        _counts = counts;
        _meant = counts.All.Where(word => word.Length >= 3 && (counts.IsWritten(word) || counts.Of(word) >= Trusted))
            .Concat(Spelling.Own).Distinct().OrderByDescending(counts.Of).ThenBy(word => word, StringComparer.Ordinal)
            .GroupBy(word => word.Length).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        var sure = plainWords.Concat(Spelling.Own).Concat(Spelling.Handled).Concat(Vocabulary.All).Concat(ZoneIndex.NameWords)
            .Concat(counts.All.Where(word => counts.IsWritten(word) || counts.Of(word) >= Trusted)).ToHashSet(StringComparer.Ordinal);
        sure.UnionWith(counts.All.Where(word => !sure.Contains(word) && Nearest(word, one => counts.Of(one) >= Common) is null).ToList());
        _known = sure.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The text, folded, with its slips mended.</summary>
    public string Mend(string text)
    {
        var folded = Folding.Fold(text, MostText);
        StringBuilder? mended = null;
        var copied = 0;
        foreach (var (start, end) in LetterRuns.In(folded))
        {
            if (end - start is >= 3 and <= MostWord && MendWord(folded[start..end]) is { } meant)
            {
                (mended ??= new(folded.Length + 8)).Append(folded, copied, start - copied).Append(meant);
                copied = end;
            }
        }

        return mended?.Append(folded, copied, folded.Length - copied).ToString() ?? folded;
    }

    /// <summary>What was meant by a word; null where it stays.</summary>
    public string? MendWord(string word) => _known.Contains(word) ? null : Nearest(word, _ => true) ?? Parted(word);

    private string? Nearest(string word, Func<string, bool> counts)
    {
        var (best, likely) = ((string?)null, 0.0);
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            foreach (var meant in _meant.GetValueOrDefault(length, []))
            {
                var weight = Weight(word, meant);
                if (weight > likely && counts(meant))
                {
                    (best, likely) = (meant, weight);
                }
            }
        }

        return best ?? (word.Length >= 8 ? Twice(word, counts) : null);
    }

    // Two slips in a long word; the first letter is right.
    private string? Twice(string word, Func<string, bool> counts)
    {
        var (best, most) = ((string?)null, 4);
        for (var length = word.Length - 2; length <= word.Length + 2; length++)
        {
            foreach (var meant in _meant.GetValueOrDefault(length, []))
            {
                if (meant[0] == word[0] && _counts.Of(meant) > most && counts(meant) && EditDistance.IsWithinTwo(word, meant))
                {
                    (best, most) = (meant, _counts.Of(meant));
                }
            }
        }

        return best;
    }

    // How likely the one was meant by the other: by how often it is said, and more so where the slip is an easy one.
    private double Weight(string typed, string meant)
    {
        var often = Spelling.IsOwn(meant) ? Math.Max(_counts.Of(meant), Common) : _counts.Of(meant);
        var least = typed.Length switch
        {
            3 => 100,
            4 => Common,
            _ => 1,
        };
        if (often < least || (typed.Length == 3 && !(meant.Length == 3 && EditDistance.IsSwapped(typed, meant))))
        {
            return 0;
        }

        return EditDistance.IsOneSlip(typed, meant) ? EditDistance.IsEasy(typed, meant) ? 8 * often : often
            : typed.Length >= 5 && meant.Length >= 5 && EditDistance.IsFirstSlip(typed, meant) && often >= Common ? 0.2 * often
            : 0;
    }

    // "backpain": two common words and a space forgotten.
    private string? Parted(string word)
    {
        var (best, least) = (0, Common);
        for (var at = 2; word.Length >= 6 && at <= word.Length - 2; at++)
        {
            var said = Math.Min(_counts.Of(word[..at]), _counts.Of(word[at..]));
            if (said > least)
            {
                (best, least) = (at, said);
            }
        }

        return best > 0 ? $"{word[..best]} {word[best..]}" : null;
    }
}
