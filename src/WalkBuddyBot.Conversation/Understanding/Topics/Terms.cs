using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Topics;

/// <summary>The terms of a text: stems of its telling words, and pairs of neighbours.</summary>
internal static class Terms
{
    private static readonly FrozenSet<string> Idle = Stages.Vocabulary.Set(
        """
        a an the is are am was were be been being do does did doing done have has had having will would shall should
        can could may might must i
        me my mine you your yours he him his she her it its we us our they them their this that these those there here
        what which who whom how
        when where why and or but if then so as of at by for with about to from in on into out up down over than too
        very just also any some
        more most much many please tell know think say says said want wants like need get gets got go goes going really
        actually im ive id s t
        not no give gives make makes made help helps helping helped good better best idea fix improve improves
        improving increase increases
        effect effects thing things way ways lot bit something anything everything other else keep keeps let work works
        article connection
        between because after before during all every day today now always often ever still even again already work
        whether while through
        difference possible explain mean means happen happens sure maybe okay ok hi hello hey thanks thank cheers great cool sorry
        question ask first new one two time times
        """);

    private static readonly string[] Endings =
    [
        "ations", "ation", "ating", "ated", "ates", "ings", "ing", "iest", "iers", "ier", "ies", "ied", "ness", "ers", "est", "ed", "es",
        "er",
        "ly", "ate", "s", "y", "e",
    ];

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
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal)
                && !(ending is "s" && word.EndsWith("ss", StringComparison.Ordinal)))
            {
                return Single(word[..^ending.Length]);
            }
        }

        return Single(word);
    }

    // "slimmer" and "slim", "inflammation" and "inflamed".
    private static string Single(string stem) => stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l')
        ? stem[..^1] : stem;
}
