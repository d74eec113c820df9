using System.CommandLine;
using WalkBuddyBot.Terminal.Evaluate;

namespace WalkBuddyBot.Terminal;

/// <summary>The words after the program's name: none of them serves, the others answer and end.</summary>
internal static class CommandLine
{
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        // Host options such as --urls are for the configuration, so unknown tokens pass.
        var root = new RootCommand(
            "WalkBuddyBot: serves the bot and its chat page; settings such as --urls http://localhost:4000 may follow.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Subcommands.Add(UnderstandCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(ChatCommand.Create());
        root.Subcommands.Add(ContentCommand.Create());
        root.Subcommands.Add(NudgesCommand.Create());
        root.Subcommands.Add(StorageCommand.Create());
        root.SetAction((_, _) => Service.RunAsync(args));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 && Stray(parsed.UnmatchedTokens) is { } word)
        {
            await Console.Error.WriteLineAsync($"'{word}' is no command and no setting. '--help' lists the commands.");
            return Misused;
        }

        var exit = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? Misused : exit;
    }

    // A setting is --key=value, key=value, or --key and its value as the next word; any other word was meant as a command.
    private static string? Stray(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            if (!words[at].StartsWith('-') && !words[at].StartsWith('/'))
            {
                return words[at];
            }

            at++;
        }

        return null;
    }
}
