using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>
/// Brings the many ways to write a letter to one: lower case, no accents, full-width forms and curly quotes made plain. The runtime
/// runs without ICU, where its own normalisation does nothing, so the few forms people really type are folded here.
/// </summary>
internal static class Folding
{
    private static readonly FrozenDictionary<char, string> Plain = Table();

    /// <summary>The folded text, with control and invisible characters gone and at most <paramref name="most"/> characters.</summary>
    public static string Fold(string text, int most)
    {
        var folded = new StringBuilder(Math.Min(text.Length, most));
        foreach (var character in text)
        {
            if (folded.Length >= most)
            {
                break;
            }

            Append(folded, character);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char character)
    {
        // Full-width forms are ASCII at a fixed distance.
        var plain = character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : char.ToLowerInvariant(character);
        if (plain < 128)
        {
            folded.Append(char.IsControl(plain) ? ' ' : plain);
        }
        else if (Plain.TryGetValue(plain, out var instead))
        {
            folded.Append(instead);
        }
        else if (CharUnicodeInfo.GetUnicodeCategory(plain) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned))
        {
            folded.Append(char.IsWhiteSpace(plain) ? ' ' : plain);
        }
    }

    private static FrozenDictionary<char, string> Table()
    {
        (string From, string To)[] groups =
        [
            ("\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u0101\u0103\u0105", "a"), ("\u00E7\u0107\u010D", "c"),
            ("\u00E8\u00E9\u00EA\u00EB\u0113\u0119\u011B", "e"), ("\u00EC\u00ED\u00EE\u00EF\u012B\u0131", "i"),
            ("\u00F1\u0144", "n"), ("\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u014D\u0151", "o"), ("\u015B\u0161\u015F", "s"),
            ("\u00F9\u00FA\u00FB\u00FC\u016B\u016F\u0171", "u"), ("\u00FD\u00FF", "y"), ("\u017A\u017C\u017E", "z"),
            ("\u0142", "l"), ("\u00DF", "ss"), ("\u00E6", "ae"), ("\u0153", "oe"), ("\uFB01", "fi"), ("\uFB02", "fl"),
            ("\u2018\u2019\u201B\u02BC\u00B4\u2032", "'"), ("\u201C\u201D\u201E\u00AB\u00BB", "\""),
            ("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), ("\u2026", "..."), ("\u00BD", " 1/2"), ("\u2236", ":"),
        ];
        return groups.SelectMany(group => group.From.Select(from => (from, group.To)))
            .ToFrozenDictionary(pair => pair.from, pair => pair.To);
    }
}
