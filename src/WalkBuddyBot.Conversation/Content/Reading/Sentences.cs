using System.Text.RegularExpressions;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>Cuts plain prose into sentences. Content has no abbreviations with full stops, which keeps this simple.</summary>
internal static partial class Sentences
{
    public static IEnumerable<(int At, string Text)> Of(string text)
    {
        foreach (Match match in Sentence().Matches(text))
        {
            yield return (match.Index, match.Value);
        }
    }

    /// <summary>Letters and digits only, lower case: what makes two sentences the same.</summary>
    public static string Plain(string sentence) => NotAWord().Replace(sentence.ToLowerInvariant().Replace("\u2019", "'", StringComparison.Ordinal), " ").Trim();

    // A sentence ends with a mark that a space or the end follows; closing quotes and brackets belong to it.
    [GeneratedRegex("""\S.*?(?:[.!?]["'\u2019\u201D)]*(?=\s|$)|$)""", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex("[^a-z0-9']+")]
    private static partial Regex NotAWord();
}
