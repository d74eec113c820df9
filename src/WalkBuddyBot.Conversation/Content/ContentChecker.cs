using WalkBuddyBot.Conversation.Content.Checks;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>Finds mistakes in content files before people do.</summary>
public static class ContentChecker
{
    /// <summary>Every mistake in a folder, by file and line; none when the content is sound.</summary>
    public static IReadOnlyList<ContentMistake> Check(string folder) => ContentChecks.Of(ContentFolder.Read(folder));

    /// <summary>The command <c>content check</c>: prints each mistake, or one line that all is well.</summary>
    /// <param name="folder">The folder with the content files.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="forBuild">Whether mistakes are printed in the form that a build shows as errors.</param>
    /// <returns>The exit code: 0 when the content is sound, else 1.</returns>
    public static int Run(string folder, TextWriter output, bool forBuild)
    {
        var content = ContentFolder.Read(folder);
        var mistakes = ContentChecks.Of(content);
        foreach (var mistake in mistakes)
        {
            output.WriteLine(forBuild ? mistake.ForBuild() : mistake.ToString());
        }

        if (mistakes.Length > 0)
        {
            return 1;
        }

        output.WriteLine($"Content is sound: {content.Topics.Length} topics, {content.Tips.Length} tips, {content.Phrases.Length} phrases.");
        return 0;
    }
}
