using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>How much two texts say the same, by the words that carry meaning. Endings do not count: "walks" is "walk".</summary>
internal static class Likeness
{
    private static readonly HashSet<string> Small =
    [
        "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "before", "but", "by", "can", "do", "does", "each", "for", "from", "go",
        "had", "has", "have", "if", "in", "into", "is", "it", "its", "let", "may", "of", "off", "on", "one", "or", "out", "so", "some", "take",
        "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "today", "up", "walk", "was", "way", "when", "where", "while",
        "which", "will", "with", "you", "your", "article", "say",
    ];

    /// <summary>The telling words of a text.</summary>
    public static HashSet<string> WordsOf(string text) =>
        [.. Sentences.Plain(text).Split(' ').Select(Stem).Where(word => word.Length > 1 && !Small.Contains(word))];

    /// <summary>Whether the two share at least half of all their telling words; of very short ones that says nothing.</summary>
    public static bool AreAlike(HashSet<string> one, HashSet<string> other, int least) =>
        Math.Min(one.Count, other.Count) >= least && 2 * Shared(one, other) >= one.Count + other.Count - Shared(one, other);

    /// <summary>Whether the shorter hardly says more than a part of the longer: four in five of its telling words stand there.</summary>
    public static bool IsPart(HashSet<string> one, HashSet<string> other, int least) =>
        Math.Min(one.Count, other.Count) is var shorter && shorter >= least && 5 * Shared(one, other) >= 4 * shorter;

    private static int Shared(HashSet<string> one, HashSet<string> other) => one.Count(other.Contains);

    private static string Stem(string word) => word switch
    {
        [.., 's', 's'] => word,
        [_, _, .. var stem, 's'] when stem.Length > 0 => word[..^1],
        [_, _, _, .., 'i', 'n', 'g'] => word[..^3],
        [_, _, _, .., 'e', 'd'] => word[..^2],
        _ => word,
    };
}
