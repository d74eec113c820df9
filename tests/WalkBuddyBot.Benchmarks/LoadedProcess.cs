using System.Diagnostics;
using WalkBuddyBot.Terminal;

namespace WalkBuddyBot.Benchmarks;

/// <summary>The command <c>understand</c> in a process of its own.</summary>
/// <param name="FirstAnswer">From the start of the process to its answer to the first message.</param>
/// <param name="Megabytes">What it holds in memory after some messages.</param>
internal sealed record LoadedProcess(TimeSpan FirstAnswer, double Megabytes)
{
    private const int Times = 5;

    private static readonly string[] Said =
        ["{\"text\":\"can a stroll ease my worries after work\"}", "{\"text\":\"remind me weekdays at 10:30\"}", "{\"text\":\"what is the capital of France\"}"];

    /// <summary>The quickest of some starts: what it takes when nobody else wants the machine.</summary>
    public static LoadedProcess Start()
    {
        return Enumerable.Range(0, Times).Select(_ => One()).MinBy(one => one.FirstAnswer)!;
    }

    private static LoadedProcess One()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(UnderstandCommand).Assembly.Location, "understand"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Run by "dotnet", this program is one of its arguments; run by its own name, it is no host for another.
        start.FileName = Path.GetFileNameWithoutExtension(start.FileName) == "dotnet" ? start.FileName : "dotnet";
        var from = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine(Said[0]);
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLine();
        var took = Stopwatch.GetElapsedTime(from);
        foreach (var line in Said)
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
            answer = process.StandardOutput.ReadLine();
        }

        process.Refresh();
        var megabytes = process.WorkingSet64 / 1e6;
        process.StandardInput.Close();
        process.WaitForExit();
        return answer is not null ? new(took, megabytes) : throw new InvalidOperationException("The process gave no answer.");
    }
}
