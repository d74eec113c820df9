using System.Globalization;
using System.Text;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Words of a person inside our own: one short plain line, and nothing that could be drawn as more than that.</summary>
internal static class Quoted
{
    private const int Longest = 40;
    private const string Drawing = "<>{}[]()*_`\"\\|#~";

    public static string Of(string? words)
    {
        var plain = new StringBuilder(Longest);
        foreach (var rune in (words ?? "").EnumerateRunes())
        {
            if (plain.Length >= Longest)
            {
                return plain.ToString().TrimEnd() + "…";
            }

            var kind = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : "");
            }
            else if (kind is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse)
                && !Drawing.Contains(rune.ToString(), StringComparison.Ordinal))
            {
                plain.Append(rune);
            }
        }

        return plain.ToString().Trim();
    }
}
