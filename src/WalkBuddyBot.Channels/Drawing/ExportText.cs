using System.Text;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>What is kept of a person, for them to take along: as a file, or as text where a channel takes no files from a bot.</summary>
internal static class ExportText
{
    private const string FileName = "walkbuddy-data.json";
    private const string Json = "application/json";

    /// <summary>A file that the page itself holds: nothing is fetched, and no link leads to anybody's data.</summary>
    public static Attachment File(string json) => new()
    {
        ContentType = Json,
        ContentUrl = $"data:{Json};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}",
        Name = FileName,
    };

    /// <summary>The text in a fence that nothing in it can close.</summary>
    public static string Fenced(string json)
    {
        var fence = new string('`', Math.Max(3, LongestRun(json) + 1));
        return $"{fence}json\n{json}\n{fence}";
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        for (int i = 0, run = 0; i < text.Length; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
