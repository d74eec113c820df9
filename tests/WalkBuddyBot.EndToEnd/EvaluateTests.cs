using System.Diagnostics;
using System.Text.Json;

namespace WalkBuddyBot.EndToEnd;

/// <summary>The command <c>evaluate</c>, as a real process.</summary>
public sealed class EvaluateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("walkbuddy-evaluate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_measured_and_a_line_that_is_no_example_named()
    {
        var file = Write(
            """{"text":"remind me weekdays at 10:30","label":"set_reminder","slots":{"times":["10:30"]}}""",
            "no example",
            """{"text":"stop","label":"pause"}""");

        var (exit, output, error) = await RunAsync("evaluate", file, "--now", "2026-11-23T10:00", "--zone", "America/New_York", "--wrong");

        Assert.Equal(1, exit);
        Assert.Contains("Line 2", error, StringComparison.Ordinal);
        Assert.Contains("right: 50.0% of all", output, StringComparison.Ordinal);
        Assert.Contains("line 3: \"stop\": expected pause, got stop", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_and_the_wrong_lines_go_to_a_file()
    {
        var file = Write("""{"text":"stop","label":"pause"}""", """{"text":"stop","label":"stop","slots":{}}""");
        var wrong = Path.Combine(_folder, "wrong.jsonl");

        var (exit, output, _) = await RunAsync("evaluate", file, "--json", "--wrong", wrong);

        Assert.Equal(0, exit);
        Assert.Equal(0.5, JsonDocument.Parse(output).RootElement.GetProperty("command_accuracy").GetDouble());
        var line = Assert.Single(await File.ReadAllLinesAsync(wrong));
        Assert.Equal("stop", JsonDocument.Parse(line).RootElement.GetProperty("got").GetString());
    }

    [Fact]
    public async Task Nothing_to_measure_is_said()
    {
        var (missing, _, _) = await RunAsync("evaluate", Path.Combine(_folder, "nowhere.jsonl"));
        var (unasked, _, error) = await RunAsync("evaluate");

        Assert.Equal((2, 2), (missing, unasked));
        Assert.Contains("--cross-validate", error, StringComparison.Ordinal);
    }

    private string Write(params string[] lines)
    {
        var file = Path.Combine(_folder, "examples.jsonl");
        File.WriteAllLines(file, lines);
        return file;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ServiceProcess.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
