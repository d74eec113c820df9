using System.Diagnostics;
using WalkBuddyBot.Terminal;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>The service in a process of its own, as shipped but for its database and its address.</summary>
internal sealed class RunningService(Process process) : IDisposable
{
    public static RunningService Start(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(CommandLine).Assembly.Location, "--environment=Development", "--urls=http://127.0.0.1:0", "--Nudges:PerTenantPerSecond=25",
            $"--ConnectionStrings:WalkBuddy={connectionString}",
        ])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;

        // Read and thrown away, or it would wait for a reader one day.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new(process);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
