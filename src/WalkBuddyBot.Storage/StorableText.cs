using System.Buffers;
using System.Text;

namespace WalkBuddyBot.Storage;

/// <summary>
/// Text as every database takes it. A channel may put the character U+0000 or half of a pair into an id, and PostgreSQL refuses both: they
/// become the sign for what cannot be shown, alike when something is written and when it is looked for.
/// </summary>
internal static class StorableText
{
    private static readonly SearchValues<char> Doubtful =
        SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\0']);

    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Doubtful) < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }
}
