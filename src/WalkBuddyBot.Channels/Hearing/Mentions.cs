using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>
/// Takes the mention of the bot out of a text. What stands there for it is named by the mention itself; names repeat, so nothing is
/// guessed, and people who are mentioned stay.
/// </summary>
internal static class Mentions
{
    private const int Most = 16;
    private const int LongestText = 300;

    /// <summary>The text without the bot's mentions, in single spaces. Doing it twice changes nothing more.</summary>
    public static string Strip(string text, BotActivity activity)
    {
        var mentions = OfBot(activity);
        for (string before = "", after = text; ; after = Once(before, mentions))
        {
            if (after == before)
            {
                return after;
            }

            // Once more, since taking something out can put its neighbours together.
            before = after;
        }
    }

    private static string Once(string text, List<string> mentions)
    {
        foreach (var mention in mentions)
        {
            text = text.Replace(mention, "", StringComparison.OrdinalIgnoreCase);
        }

        text = text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00a0', ' ');
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();
    }

    private static List<string> OfBot(BotActivity activity)
    {
        if (activity is not { Entities: { ValueKind: JsonValueKind.Array } entities, Recipient.Id: { } bot })
        {
            return [];
        }

        return
        [
            .. entities.EnumerateArray()
                .Where(entity => entity.Text("type") == "mention" && entity.Part("mentioned")?.Text("id") == bot)
                .Select(entity => entity.Text("text"))
                .OfType<string>()
                .Where(text => text.Length <= LongestText && !string.IsNullOrWhiteSpace(text))
                .Take(Most),
        ];
    }
}
