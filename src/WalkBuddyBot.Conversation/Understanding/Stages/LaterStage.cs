using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// Commands that are known by their words and not carried out yet: a goal, quiet hours, what is kept of me. Known, so that nobody is
/// answered with the nearest topic.
/// </summary>
internal sealed class LaterStage : IStage
{
    private const int MostWords = 14;

    private static readonly FrozenSet<string> Erasing = Vocabulary.Set("delete erase forget remove wipe clear");

    private static readonly FrozenSet<string> Showing = Vocabulary.Set("export download copy send get show see give want");

    private static readonly FrozenSet<string> Kept = Vocabulary.Set("data information account history profile records");

    private static readonly string[] Quiet = ["quiet hours", "quiet time", "do not disturb", "not message me after",
        "not message me before",
        "not message me between", "not disturb me", "no messages after", "no messages before", "nothing after", "nothing before"];

    public Meaning? Try(Message message)
    {
        var tokens = message.Scan.Tokens;
        if (tokens.Length > MostWords)
        {
            return null;
        }

        bool Says(FrozenSet<string> words) => tokens.Any(token => words.Contains(token.Text));
        bool Contains(string words) => message.Words.Contains(words, StringComparison.Ordinal);
        return Quiet.Any(Contains) ? Meanings.Sure(Intents.QuietHours)
            : Says(Erasing) && (Says(Kept) || Contains("about me") || Contains("forget me")) ? Meanings.Sure(Intents.DeleteData)
            : Contains("my data") && Says(Showing) ? Meanings.Sure(Intents.ExportData)
            : Contains("goal") || Contains("my target") ? Meanings.Sure(Intents.Goal)
            : Contains("feedback") || Contains("suggestion") || Contains("complain") ? Meanings.Sure(Intents.Feedback)
            : null;
    }
}
