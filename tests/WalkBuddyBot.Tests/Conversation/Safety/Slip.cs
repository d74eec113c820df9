namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>A hand that slips once in a word, the same way for the same seed.</summary>
internal sealed class Slip(int seed)
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

#pragma warning disable CA5394 // Seeded on purpose: the same slips at every run.
    private readonly Random _random = new(seed);

    /// <summary>The text with its longest word of letters that the lists know mistyped, or null when it has none.</summary>
    public string? In(string text, IReadOnlySet<string> known)
    {
        var words = text.Split(' ');
        var longest = Enumerable.Range(0, words.Length).Where(at => known.Contains(words[at].ToLowerInvariant()))
            .OrderByDescending(at => words[at].Length).Select(at => (int?)at).FirstOrDefault();
        if (longest is not { } slip)
        {
            return null;
        }

        words[slip] = Mistyped(words[slip]);
        return string.Join(' ', words);
    }

    private string Mistyped(string word)
    {
        var at = _random.Next(1, word.Length);
        return _random.Next(4) switch
        {
            0 when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word.Remove(at, 1),
            2 => word.Insert(at, word[at..(at + 1)]),
            _ => word[..at] + Beside(char.ToLowerInvariant(word[at])) + word[(at + 1)..],
        };
    }

    private char Beside(char key)
    {
        var row = Array.Find(Rows, keys => keys.Contains(key, StringComparison.Ordinal)) ?? Rows[0];
        var place = row.IndexOf(key, StringComparison.Ordinal);
        return row[place > 0 && (_random.Next(2) == 0 || place + 1 == row.Length) ? place - 1 : place + 1];
    }
#pragma warning restore CA5394
}
