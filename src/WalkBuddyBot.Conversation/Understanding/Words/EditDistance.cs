namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>Whether two words are one slip of the finger apart.</summary>
internal static class EditDistance
{
    /// <summary>
    /// True for one letter more, less or other, or two neighbours swapped; the first letter must stay or be the one swapped.
    /// </summary>
    public static bool IsOneSlip(string typed, string meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1 || typed == meant || typed.Length == 0 || meant.Length == 0)
        {
            return false;
        }

        var same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
        {
            same++;
        }

        if (IsSwap(typed, meant, same))
        {
            return true;
        }

        // Few people miss the first letter, and "later" is not "water".
        return same > 0 && typed.AsSpan(same + (typed.Length >= meant.Length ? 1 : 0))
            .SequenceEqual(meant.AsSpan(same + (meant.Length >= typed.Length ? 1 : 0)));
    }

    private static bool IsSwap(string typed, string meant, int at) =>
        typed.Length == meant.Length && at + 1 < typed.Length && typed[at] == meant[at + 1] && typed[at + 1] == meant[at]
        && typed.AsSpan(at + 2).SequenceEqual(meant.AsSpan(at + 2));
}
