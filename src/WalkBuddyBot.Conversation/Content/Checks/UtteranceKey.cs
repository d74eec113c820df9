using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>What makes two examples the same.</summary>
internal static class UtteranceKey
{
    private const int Longest = 1_000;

    // Said or left out, they change nothing.
    private static readonly HashSet<string> Idle =
        ["a", "an", "and", "any", "but", "er", "hey", "hi", "just", "oh", "ok", "please", "really", "so", "some", "the", "um", "well"];

    /// <summary>The words as they are typed: without capitals, marks and accents.</summary>
    public static string Plain(string text)
    {
        var folded = Folding.Fold(text, Longest);
        var words = string.Join(' ', Words(folded));
        // Of marks alone, it is these that count.
        return words.Length > 0 ? words : folded.Trim();
    }

    /// <summary>The words that matter, short forms written out: "What's the..." is "what is ...".</summary>
    public static string Bare(string text)
    {
        var words = Words(Folding.Fold(text, Longest)).SelectMany(Contractions.Expand).Where(word => !Idle.Contains(word));
        var bare = string.Join(' ', words);
        return bare.Length > 0 ? bare : Plain(text);
    }

    // What is left beyond ASCII are other scripts and emoji; a bin before "my data" says all.
    private static string[] Words(string folded) =>
        new string([.. folded.Select(letter => char.IsLetterOrDigit(letter) || letter is '\'' or ':' or > '\u007F' ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
