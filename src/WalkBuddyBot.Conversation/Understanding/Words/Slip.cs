namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>How likely a word is a slip for another: fingers swap and double letters, hit the next key and miss one.</summary>
internal static class Slip
{
    private const int Short = 5;

    private const string Vowels = "aeiou";

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>0 where it is none. What is likely enough of a long word would be a guess in a short one.</summary>
    public static double Likelihood(string typed, string meant)
    {
        if (EditDistance.IsOneSlip(typed, meant))
        {
            return EditDistance.IsEasy(typed, meant) ? 8
                : meant.Length < 4 ? 0
                : typed.Length == meant.Length && typed.Length <= Short && !IsNextKey(typed, meant) ? 0
                : typed.Length < meant.Length ? 2 : 1;
        }

        return typed.Length > Short && EditDistance.IsFirstSlip(typed, meant) ? 0.2 : 0;
    }

    private static bool IsNextKey(string typed, string meant)
    {
        var at = typed.AsSpan().CommonPrefixLength(meant);
        var (one, other) = (typed[at], meant[at]);
        return (Vowels.Contains(one, StringComparison.Ordinal) && Vowels.Contains(other, StringComparison.Ordinal))
            || (Place(one) is var (row, column) && Place(other) is var (otherRow, otherColumn)
                && Math.Abs(row - otherRow) <= 1 && Math.Abs(column - otherColumn) <= 1);
    }

    private static (int Row, int Column) Place(char letter)
    {
        var row = Array.FindIndex(Rows, keys => keys.Contains(letter, StringComparison.Ordinal));
        return (row, Rows[row].IndexOf(letter, StringComparison.Ordinal));
    }
}
