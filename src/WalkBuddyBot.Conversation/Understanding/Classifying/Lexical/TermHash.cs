namespace WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

/// <summary>Names a term by 64 bits (FNV-1a): no two of the hundred thousand terms that examples have are likely to share one.</summary>
internal static class TermHash
{
    private const ulong Offset = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>The hash of a kind of term and its letters.</summary>
    public static ulong Of(char kind, ReadOnlySpan<char> letters) => Add((Offset ^ kind) * Prime, letters);

    /// <summary>The hash of a kind of term and two words.</summary>
    public static ulong Of(char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        Add((Add((Offset ^ kind) * Prime, first) ^ ' ') * Prime, second);

    private static ulong Add(ulong hash, ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }
}
