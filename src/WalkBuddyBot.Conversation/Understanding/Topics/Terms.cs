using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Topics;

/// <summary>The terms of a text: stems of its telling words, and pairs of neighbours.</summary>
internal static class Terms
{
    private static readonly FrozenSet<string> Idle = Stages.Vocabulary.Set(
        """
        a an the is are am was were be been being do does did doing done have has had having will would shall should can could may might must i
        me my mine you your yours he him his she her it its we us our they them their this that these those there here what which who whom how
        when where and or but if then so as of at by for with about to from in on into out up down over than too very just also any some
        more most much many please tell know think say said want like need get got go going really actually im ive id s t not no
        """);

    /// <summary>The stems in order, idle words left out.</summary>
    public static List<string> Stems(string words)
    {
        var stems = new List<string>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Idle.Contains(word))
            {
                stems.Add(Stem(word));
            }
        }

        return stems;
    }

    /// <summary>The stems, and each two neighbours as one term.</summary>
    public static IEnumerable<string> Of(List<string> stems) =>
        stems.Concat(stems.Zip(stems.Skip(1), (first, second) => first + " " + second));

    /// <summary>A word without the commonest endings.</summary>
    public static string Stem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ations", "ation", "ating", "ated", "ates", "ate", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "y", "e"])
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal) && !(ending is "s" && word.EndsWith("ss", StringComparison.Ordinal)))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
