namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>Shares, 0 to 1.</summary>
internal static class Share
{
    /// <summary>Not a number when there is nothing to have a share of.</summary>
    public static double Of(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;

    public static double Of<T>(IReadOnlyCollection<T> all, Func<T, bool> part) => Of(all.Count(part), all.Count);
}
