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

    private const int LeastWord = 3;

    private const int MostWord = 24;

    // What is not our own is meant only where it is long enough to be plain.
    private const int LongWord = 6;

    // Said this often in the examples, a word is no slip itself.
    private const int Trusted = 3;

    // A word said once or twice, beside one this common that is a slip away, is a slip.
    private const int Common = 20;

    private readonly WordCounts _counts;

    private readonly HashSet<string> _known;

    private readonly SlipIndex _slips;

    public Speller(WordCounts counts, IEnumerable<string> plainWords)
    {
        _counts = counts;
        var english = plainWords.ToHashSet(StringComparer.Ordinal);
        var trusted = counts.All.Where(word => counts.IsWritten(word) || counts.Of(word) >= Trusted).ToHashSet(StringComparer.Ordinal);
        _slips = new SlipIndex(trusted.Concat(Spelling.Own).Where(word => word.Length >= LeastWord)
            .Concat(english.Where(word => word.Length >= LongWord)).Distinct());
        _known = [.. english, .. Spelling.Own, .. Spelling.Handled, .. Vocabulary.All, .. ZoneIndex.NameWords, .. trusted];
        var doubtful = counts.All.Where(word => !IsKnown(word) && Once(word) is { } meant
            && Often(meant) >= Common).ToHashSet(StringComparer.Ordinal);
        _known.UnionWith(counts.All.Where(word => !doubtful.Contains(word)));
    }

    /// <summary>The text, folded, with its slips mended.</summary>
    public string Mend(string text)
    {
        var folded = Folding.Fold(text, MostText);
        StringBuilder? mended = null;
        var copied = 0;
        foreach (var (start, end) in LetterRuns.In(folded))
        {
            if (end - start is >= LeastWord and <= MostWord && MendWord(folded[start..end]) is { } meant)
            {
                (mended ??= new(folded.Length + 8)).Append(folded, copied, start - copied).Append(meant);
                copied = end;
            }
        }

        return mended?.Append(folded, copied, folded.Length - copied).ToString() ?? folded;
    }

    /// <summary>What was meant by a word; null where it stays.</summary>
    public string? MendWord(string word) => IsKnown(word) ? null : Once(word) ?? Twice(word) ?? Parted(word);

    // An ending more than a known word has is no slip: "toddlers", "bumped".
    private bool IsKnown(string word) => _known.Contains(word) || Endings.Of(word).Any(_known.Contains);

    private int Often(string word) => Math.Max(_counts.Of(word), Spelling.IsOwn(word) ? Common : 1);

    // A short word is a slip away from many.
    private static int Least(string word, bool odd) => word.Length switch
    {
        3 => 150,
        4 => odd ? 150 : 30,
        5 => odd ? 50 : 1,
        _ => odd ? Trusted : 1,
    };

    private string? Once(string word)
    {
        var (best, likely) = ((string?)null, 0.0);
        foreach (var meant in _slips.Near(word))
        {
            var likelihood = Slip.Likelihood(word, meant);
            var weight = Often(meant) < Least(word, Slip.IsOdd(likelihood)) ? 0 : Often(meant) * likelihood;
            if (weight > likely || (weight == likely && weight > 0 && string.CompareOrdinal(meant, best) < 0))
            {
                (best, likely) = (meant, weight);
            }
        }

        return best;
    }

    // Two slips in a long word; the first letter is right.
    private string? Twice(string word)
    {
        var (best, most) = ((string?)null, Trusted);
        foreach (var meant in word.Length >= 8 ? _slips.Alike(word) : [])
        {
            if (Often(meant) > most && EditDistance.IsWithinTwo(word, meant))
            {
                (best, most) = (meant, Often(meant));
            }
        }

        return best;
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
