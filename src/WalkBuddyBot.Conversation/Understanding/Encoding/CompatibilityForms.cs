using System.Text;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>
/// Unicode's normalisation form NFKC, which the tokenizer begins with, as far as it touches a character that the vocabulary knows. The
/// runtime runs without ICU, where its own normalisation does nothing.
/// </summary>
internal static class CompatibilityForms
{
    // Plain English never needs the table.
    private static readonly Lazy<FormTable> Table = new(FormTable.Read);

    /// <summary>The text with every character in its plain form, and letters joined with the marks that follow them.</summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var table = Table.Value;
        var parts = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            table.Decompose(rune.Value, parts);
        }

        Sort(parts, table);
        Join(parts, table);
        var composed = new StringBuilder(text.Length);
        foreach (var part in parts)
        {
            composed.Append(new Rune(part));
        }

        return composed.ToString();
    }

    // Marks of one letter come in their canonical order; those of one order keep theirs.
    private static void Sort(List<int> parts, FormTable table)
    {
        for (var end = 0; end < parts.Count;)
        {
            var start = end;
            while (end < parts.Count && table.Order(parts[end]) > 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = parts.GetRange(start, end - start).OrderBy(table.Order).ToList();
                for (var index = 0; index < sorted.Count; index++)
                {
                    parts[start + index] = sorted[index];
                }
            }

            end++;
        }
    }

    // A mark joins the last letter unless a mark of its own order, or a letter, stands between them.
    private static void Join(List<int> parts, FormTable table)
    {
        var (kept, letter, between) = (0, -1, 0);
        foreach (var part in parts.ToArray())
        {
            var order = table.Order(part);
            var free = letter >= 0 && (between < order || kept == letter + 1);
            if (free && table.Joined(parts[letter], part) is { } joined)
            {
                parts[letter] = joined;
                continue;
            }

            parts[kept] = part;
            (letter, between) = order == 0 ? (kept, 0) : (letter, order);
            kept++;
        }

        parts.RemoveRange(kept, parts.Count - kept);
    }
}
