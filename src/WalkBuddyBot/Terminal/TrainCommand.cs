using System.CommandLine;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Terminal;

/// <summary><c>content train</c>: learns to understand from the examples in the content files.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("folder")
        {
            Description = "The content folder, such as src/WalkBuddyBot.Conversation/Content. Default: the one beside the program.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var to = new Option<FileInfo?>("--to") { Description = "The model file to write. Default: the one beside the program." };
        var forBuild = new Option<bool>("--msbuild") { Description = "Writes mistakes in the form that a build shows as its own errors." };
        var train = new Command(
            "train",
            "Learns to tell topics, commands and what is neither from the examples in the content files, writes the model, and prints how well "
            + "it does on examples kept from it. The same files give the same model. "
            + "Exits with 0 when the model is written, 1 when the content has mistakes, 2 when a file cannot be read or written.")
        {
            folder,
            to,
            forBuild,
        };
        train.SetAction((parsed, _) => Task.FromResult(ContentTrainer.Run(
            parsed.GetValue(folder)?.FullName ?? Paths.Content,
            UnderstandingFolders.Encoder,
            parsed.GetValue(to)?.FullName ?? UnderstandingFolders.Model,
            Console.Out,
            TimeProvider.System,
            parsed.GetValue(forBuild))));
        return train;
    }
}
