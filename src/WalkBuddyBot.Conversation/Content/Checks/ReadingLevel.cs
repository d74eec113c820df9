using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>
/// How hard a text is to read: the school grade by the formula of Flesch and Kincaid (0.39 words a sentence + 11.8 syllables a word
/// - 15.59). Grade 7 is an age of about 12. Syllables are counted by the vowels, which is right for most English words.
/// </summary>
internal static partial class ReadingLevel
{
    public static double GradeOf(string text)
    {
        var words = Word().Matches(text);
        if (words.Count == 0)
        {
            return 0;
        }

        var sentences = Math.Max(Stretches(text).Count(), 1);
        var syllables = words.Sum(word => SyllablesOf(word.Value));
        return (0.39 * words.Count / sentences) + (11.8 * syllables / words.Count) - 15.59;
    }

    /// <summary>What is read in one breath, and how many words it has: a semicolon or a colon lets one breathe, too.</summary>
    public static IEnumerable<(int At, int Words)> Stretches(string text) =>
        from sentence in Sentences.Of(text)
        from Match stretch in Stretch().Matches(sentence.Text)
        let words = Word().Count(stretch.Value)
        where words > 0
        select (sentence.At + stretch.Index, words);

    public static int WordsOf(string text) => Word().Count(text);

    public static int SyllablesOf(string word)
    {
        var vowels = Vowels().Count(word);
        if (vowels > 1 && SilentEnd().IsMatch(word))
        {
            vowels--;
        }

        return Math.Max(vowels, 1);
    }

    [GeneratedRegex(@"[A-Za-z][A-Za-z'\u2019-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^;:\s][^;:]*")]
    private static partial Regex Stretch();

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();

    // The e of "pace" and of "walked" is not heard; that of "little", "tree" and "wanted" is.
    [GeneratedRegex("([^aeioul]|[aeiouy]l)e$|[^aeioutd]ed$", RegexOptions.IgnoreCase)]
    private static partial Regex SilentEnd();
}
