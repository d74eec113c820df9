using System.CommandLine;
using WalkBuddyBot.Conversation.Content;

namespace WalkBuddyBot.Terminal;

/// <summary><c>content check</c> names file and line of every mistake in the content files; beside it <c>content train</c>.</summary>
internal static class ContentCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("folder")
        {
            Description = "The content folder, such as src/WalkBuddyBot.Conversation/Content. Default: the one beside the program.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var forBuild = new Option<bool>("--msbuild") { Description = "Writes mistakes in the form that a build shows as its own errors." };
        var check = new Command(
            "check",
            "Checks topics, tips, phrases, claims, safety lists and examples: files, YAML, sources, claims and hedges, overclaims, lengths, reading level, "
            + "repeats, places in phrases, and the bank of tips. Names file and line of each mistake. "
            + "Exits with 0 when all is sound, 1 when there are mistakes, 2 when there is no such folder or it cannot be read.")
        {
            folder,
            forBuild,
        };
        check.SetAction((parsed, _) => Task.FromResult(ContentChecker.Run(
            parsed.GetValue(folder)?.FullName ?? Paths.Content, Console.Out, parsed.GetValue(forBuild))));
        return new Command("content", "The files that the bot speaks from.") { check, TrainCommand.Create() };
    }
}
