using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>Writes short forms out: "don't" and "dont" as "do not".</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, string[]> Whole = new Dictionary<string, string[]>
    {
        ["dont"] = ["do", "not"],
        ["doesnt"] = ["does", "not"],
        ["didnt"] = ["did", "not"],
        ["cant"] = ["can", "not"],
        ["can't"] = ["can", "not"],
        ["cannot"] = ["can", "not"],
        ["won't"] = ["will", "not"],
        ["wont"] = ["will", "not"],
        ["isnt"] = ["is", "not"],
        ["havent"] = ["have", "not"],
        ["im"] = ["i", "am"],
        ["ive"] = ["i", "have"],
        ["whats"] = ["what", "is"],
        ["wanna"] = ["want", "to"],
        ["gonna"] = ["going", "to"],
        ["gimme"] = ["give", "me"],
        ["nvm"] = ["never", "mind"],
        ["gotta"] = ["have", "to"],
        ["pls"] = ["please"],
        ["plz"] = ["please"],
        ["thx"] = ["thanks"],
        ["u"] = ["you"],
        ["ur"] = ["your"],
        ["o'clock"] = ["oclock"],
        ["let's"] = ["let", "us"],
    }.ToFrozenDictionary();

    private static readonly (string Ending, string Word)[] Endings =
        [("n't", "not"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would")];

    private static readonly FrozenSet<string> BeforeIs =
        new[] { "what", "that", "it", "he", "she", "here", "there", "where", "who", "how", "when" }.ToFrozenSet();

    public static string[] Expand(string word)
    {
        if (Whole.TryGetValue(word, out var written))
        {
            return written;
        }

        if (!word.Contains('\'', StringComparison.Ordinal))
        {
            return [word];
        }

        foreach (var (ending, spoken) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length > ending.Length)
            {
                return [word[..^ending.Length], spoken];
            }
        }

        if (!word.EndsWith("'s", StringComparison.Ordinal))
        {
            return [word.Replace("'", string.Empty, StringComparison.Ordinal)];
        }

        var stem = word[..^2];
        return BeforeIs.Contains(stem) ? [stem, "is"] : [stem];
    }
}
