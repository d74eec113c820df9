using System.Globalization;
using System.Text;

namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>
/// Writes every letter plainly: small, without accents, wide and fancy forms as the letter they show. Done by hand because the
/// runtime does not normalise while globalization is invariant.
/// </summary>
internal static class Folding
{
    // Letters of other alphabets that look like ours.
    private const string Looks =
        "\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u0501d\u043Ak\u043Cm\u0442t\u0432b\u043Dh"
        + "\u03B1a\u03BFo\u03BDv\u03B9i\u03BAk\u03C1p\u03C4t\u03C5u\u03B5e";

    private const string Accented =
        "àaáaâaãaäaåaāaăaąaçcćcčcďdđdèeéeêeëeēeęeěeğgìiíiîiïiīiıiłlñnńnňnòoóoôoõoöoøoōoőořrśsşsšsťtùuúuûuüuūuůuűuýyÿyźzżzžz";

    private static readonly Dictionary<char, char> Plain = Pairs(Looks + Accented);

    public static string Fold(string text, IReadOnlyDictionary<string, string> pictures)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(folded, rune, pictures);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, Rune rune, IReadOnlyDictionary<string, string> pictures)
    {
        if (rune.IsAscii)
        {
            folded.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        if (rune.Value is 0x2018 or 0x2019 or 0x201B or 0x02BC or 0xFF07 or 0x00B4 or 0x2032)
        {
            folded.Append('\'');
            return;
        }

        if (Ascii(rune.Value) is { } letter)
        {
            folded.Append(char.ToLowerInvariant(letter));
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return;
            case UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Surrogate:
                folded.Append(' ').Append(pictures.GetValueOrDefault(rune.ToString(), "")).Append(' ');
                return;
        }

        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsBmp && Plain.TryGetValue((char)lower.Value, out var plain))
        {
            folded.Append(plain);
            return;
        }

        folded.Append(rune.Value switch
        {
            0xFB01 => "fi",
            0xFB02 => "fl",
            0xFB00 => "ff",
            0xDF => "ss",
            0xE6 => "ae",
            0x2026 => "...",
            _ => lower.ToString(),
        });
    }

    // Full-width, mathematical and circled letters, by the blocks they stand in.
    private static char? Ascii(int value) => value switch
    {
        >= 0xFF01 and <= 0xFF5E => (char)(value - 0xFF01 + '!'),
        >= 0x1D400 and <= 0x1D6A3 when (value - 0x1D400) % 52 is var at => (char)(at < 26 ? 'a' + at : 'a' + at - 26),
        >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((value - 0x1D7CE) % 10)),
        >= 0x24B6 and <= 0x24E9 => (char)('a' + ((value - 0x24B6) % 26)),
        >= 0x1F130 and <= 0x1F149 => (char)('a' + value - 0x1F130),
        0xA0 or 0x202F or 0x3000 or (>= 0x2000 and <= 0x200A) => ' ',
        0x3002 => '.',
        >= 0x2010 and <= 0x2012 => '-',
        _ => null,
    };

    private static Dictionary<char, char> Pairs(string pairs)
    {
        var map = new Dictionary<char, char>();
        for (var at = 0; at < pairs.Length; at += 2)
        {
            map[pairs[at]] = pairs[at + 1];
        }

        return map;
    }
}
