namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>What a hand makes of a short word when it slips once: two letters swapped, one dropped, doubled, or hit beside its
/// key.</summary>
internal static class Slips
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static IEnumerable<string> Of(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Insert(at, word[at..(at + 1)]);
            if (at > 0)
            {
                yield return word.Remove(at, 1);
            }

            if (at + 1 < word.Length)
            {
                yield return word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
            }

            foreach (var beside in Beside(word[at]))
            {
                yield return word[..at] + beside + word[(at + 1)..];
            }
        }
    }

    private static IEnumerable<char> Beside(char key)
    {
        var row = Array.FindIndex(Rows, keys => keys.Contains(key, StringComparison.Ordinal));
        var place = row < 0 ? 0 : Rows[row].IndexOf(key, StringComparison.Ordinal);
        for (var other = Math.Max(0, row - 1); row >= 0 && other <= Math.Min(Rows.Length - 1, row + 1); other++)
        {
            for (var at = Math.Max(0, place - 1); at <= Math.Min(Rows[other].Length - 1, place + 1); at++)
            {
                if (Rows[other][at] != key)
                {
                    yield return Rows[other][at];
                }
            }
        }
    }
}
