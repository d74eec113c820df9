using System.CommandLine;
using WalkBuddyBot.Conversation.Content;

namespace WalkBuddyBot.Terminal;

/// <summary><c>content check</c>: names file and line of every mistake in the content files.</summary>
internal static class ContentCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("folder")
        {
            Description = "The content folder. Default: the one beside the program.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Command("check", "Checks topics, tips, phrases and safety lists; exits with 1 when there is a mistake.") { folder };
        check.SetAction((parsed, _) => Task.FromResult(Check(parsed.GetValue(folder)?.FullName ?? Paths.Content)));
        return new Command("content", "The files that the bot speaks from.") { check };
    }

    private static int Check(string folder)
    {
        var report = ContentChecker.Check(folder);
        foreach (var mistake in report.Mistakes)
        {
            Console.Error.WriteLine(mistake);
        }

        Console.WriteLine(report);
        return report.Mistakes.Count == 0 ? 0 : 1;
    }
}
