namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>How likely a word is a slip for another: fingers swap and double letters, hit the next key and miss one.</summary>
internal static class Slip
{
    private const int Short = 5;

    private const double Odd = 0.2;

    private const string Vowels = "aeiou";

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>0 where it is none.</summary>
    public static double Likelihood(string typed, string meant) =>
        EditDistance.IsOneSlip(typed, meant)
            ? EditDistance.IsEasy(typed, meant) ? 8
                : meant.Length < 4 ? 0
                : typed.Length == meant.Length && typed.Length <= Short && !IsNextKey(typed, meant) ? Odd
                : typed.Length < meant.Length ? 2 : 1
            : meant.Length >= 4 && EditDistance.IsFirstSlip(typed, meant) ? Odd
            : 0;

    /// <summary>Whether it is a slip that few fingers make: then only a very common word is meant.</summary>
    public static bool IsOdd(double likelihood) => likelihood <= Odd;

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
