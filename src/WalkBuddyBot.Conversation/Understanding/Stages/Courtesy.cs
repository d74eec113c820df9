using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Takes the courtesies from both ends of a message: "hey, could you please stop now thanks" is "stop".</summary>
internal static class Courtesy
{
    private static readonly FrozenSet<string> Before = Vocabulary.Set(
        "please hey hi hello ok okay oh well so just bot walkbuddy walkbuddybot buddy kindly um uh and now actually sorry alright right yes yeah no can could would will you");

    private static readonly FrozenSet<string> After = Vocabulary.Set(
        "please thanks thank you now bot walkbuddy walkbuddybot buddy ok okay then mate friend there sorry thx ta right lol haha");

    /// <summary>The words from the first to the last that matter; all of them when none would be left.</summary>
    public static string Strip(string words)
    {
        var (start, end) = (0, words.Length);
        while (start < end)
        {
            var space = words.IndexOf(' ', start, end - start);
            if (space < 0 || !Before.Contains(words[start..space]))
            {
                break;
            }

            start = space + 1;
        }

        while (start < end)
        {
            var space = words.LastIndexOf(' ', end - 1, end - start);
            if (space < 0 || !After.Contains(words[(space + 1)..end]))
            {
                break;
            }

            end = space;
        }

        return words[start..end];
    }
}
