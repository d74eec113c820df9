using System.Diagnostics;

namespace WalkBuddyBot.EndToEnd;

/// <summary>Somebody at a terminal beside the service, with its database and no other setting.</summary>
internal static class Operator
{
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string database, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet", [ServiceProcess.Program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__WalkBuddy"] = $"Data Source={database}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
