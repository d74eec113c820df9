using WalkBuddyBot.Conversation.Content.Checks;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>Finds mistakes in content files before people do.</summary>
public static class ContentChecker
{
    private const int Sound = 0;
    private const int Mistaken = 1;
    private const int Unusable = 2;

    /// <summary>Every mistake in a folder, by file and line; none when the content is sound.</summary>
    public static IReadOnlyList<ContentMistake> Check(string folder) => ContentChecks.OfEverything(ContentFolder.Read(folder));

    /// <summary>The command <c>content check</c>: prints each mistake, or one line that all is well.</summary>
    /// <param name="folder">The folder with the content files.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="forBuild">Whether mistakes are printed in the form that a build shows as errors.</param>
    /// <returns>The exit code: 0 when the content is sound, 1 when it has mistakes, 2 when there is nothing to check or it cannot be read.</returns>
    public static int Run(string folder, TextWriter output, bool forBuild)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine(new ContentMistake(folder, 1, "there is no such folder; name the one that holds tips.yaml and topics").Say(forBuild));
            return Unusable;
        }

        try
        {
            return Run(ContentFolder.Read(folder), output, forBuild);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            output.WriteLine(new ContentMistake(folder, 1, $"it cannot be read: {wrong.Message}").Say(forBuild));
            return Unusable;
        }
    }

    private static int Run(ContentFolder content, TextWriter output, bool forBuild)
    {
        var mistakes = ContentChecks.OfEverything(content);
        foreach (var mistake in mistakes)
        {
            output.WriteLine(mistake.Say(forBuild));
        }

        if (content.Files.IsEmpty)
        {
            return Unusable;
        }

        if (mistakes.Length > 0)
        {
            return Mistaken;
        }

        output.WriteLine($"Content is sound: {content.Topics.Length} topics, {content.Tips.Length} tips, {content.Phrases.Length} phrases.");
        return Sound;
    }
}
