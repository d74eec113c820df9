using System.Diagnostics;
using System.Globalization;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>A case in a process of its own: neither memory nor compiled code of one case helps or hinders the next.</summary>
internal static class Child
{
    public const string Command = "dispatch-case";

    public static async Task<Measured> RunAsync(string what, Engine engine, string database, params string[] more)
    {
        using var process = Start([Command, what, engine.Name, engine.Place, database, .. more]);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var last = said.TrimEnd().Split('\n')[^1];
        return process.ExitCode == 0 && last.StartsWith('{')
            ? Measured.Read(last)
            : throw new InvalidOperationException($"The case {what} on {engine.Name} ended with {process.ExitCode}: {said}");
    }

    /// <summary>In the child: runs the case that the words name and writes what it measured.</summary>
    public static async Task<int> ObeyAsync(string[] words)
    {
        var measured = await Cases.RunAsync(words[0], Engine.Of(words[1], words[2]), words[3], words[4..]);
        Console.WriteLine(measured.Line());
        return 0;
    }

    public static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    // Run by "dotnet", this program is one of its arguments; run by its own name, it is no host for itself.
    private static Process Start(string[] words)
    {
        var byHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet";
        string[] all = byHost ? [typeof(Child).Assembly.Location, .. words] : words;
        return Process.Start(new ProcessStartInfo(Environment.ProcessPath!, all) { RedirectStandardOutput = true })!;
    }
}
