using System.Diagnostics;
using System.Text.Json;

namespace WalkBuddyBot.EndToEnd;

/// <summary>The terminal's faces, as an operator or a script meets them: real processes, lines in, lines out.</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task Understand_writes_one_line_for_each_in_the_promised_form()
    {
        var (exit, output, _) = await RunAsync(
            ["understand", "--now", "2026-11-23T10:00", "--zone", "America/New_York"],
            """
            {"text":"remind me weekdays at 10:30"}
            {"text":"remind me tomorrow at noon"}
            {"text":"why does walking help my back?"}
            {"text":"every 2 hours between 9 and 5 on weekdays"}
            {"text":"remind me at 25:00"}
            {"text":"remind me at 7"}
            {"text":"what is the capital of France"}
            {"text":"I went numb between my legs and I can't pee"}
            {"text":"I want to die"}
            {"text":"stop"}

            """);

        Assert.Equal(0, exit);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(10, lines.Count);
        Assert.All(lines, line => Assert.Equal(
            ["text", "label", "score", "slots", "ask", "error", "safety", "reply"], line.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("""{"days":["mon","tue","wed","thu","fri"],"times":["10:30"]}""", Slots(lines[0]));
        Assert.Equal("""{"once":"2026-11-24T12:00"}""", Slots(lines[1]));
        Assert.Equal("overview", Text(lines[2], "label"));
        Assert.Equal("{}", Slots(lines[2]));
        Assert.Equal("""{"days":["mon","tue","wed","thu","fri"],"every_minutes":120,"from":"09:00","to":"17:00"}""", Slots(lines[3]));
        Assert.Equal("bad_time", Text(lines[4], "error"));
        Assert.Equal("am_pm", Text(lines[5], "ask"));
        Assert.Equal("oos", Text(lines[6], "label"));
        Assert.Equal("emergency", Text(lines[7], "safety"));
        Assert.Equal("crisis", Text(lines[8], "safety"));
        Assert.Equal("stop", Text(lines[9], "label"));
        Assert.All(lines, line => Assert.NotEmpty(Text(line, "reply")!));
    }

    [Fact]
    public async Task Understand_names_the_line_that_is_no_message_and_goes_on()
    {
        var (exit, output, error) = await RunAsync(["understand"], "not json\n{\"text\":\"stop\"}\n");

        Assert.Equal(1, exit);
        Assert.Contains("Line 1", error, StringComparison.Ordinal);
        Assert.Contains("\"stop\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_answers_a_line_with_an_array_of_texts_and_remembers_the_talk()
    {
        var (exit, output, _) = await RunAsync(
            ["chat", "--now", "2026-11-23T10:00", "--zone", "Europe/Lisbon"], "remind me weekdays at 11:47\nshow my reminders\n");

        Assert.Equal(0, exit);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains(lines[1], text => text.Contains("11:47", StringComparison.Ordinal) && text.Contains("Europe/Lisbon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_zone_is_refused_with_what_would_do()
    {
        var (exit, _, error) = await RunAsync(["chat", "--zone", "Mars/Base"], "");

        Assert.NotEqual(0, exit);
        Assert.Contains("Europe/Lisbon", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("--Metrics:Public", "true", "frobnicate")]
    [InlineData("nudges", "hold", "frobnicate")]
    public async Task A_word_that_is_no_command_is_named_and_nothing_starts(params string[] words)
    {
        var (exit, _, error) = await RunAsync(words, "");

        Assert.Equal(2, exit);
        Assert.Contains("'frobnicate'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_check_names_file_and_line_of_a_mistake()
    {
        var folder = Directory.CreateTempSubdirectory("walkbuddy-content-");
        try
        {
            Copy(Path.Combine(Path.GetDirectoryName(ServiceProcess.Program)!, "Content"), folder.FullName);
            var (sound, said, _) = await RunAsync(["content", "check", folder.FullName], "");
            var tips = Path.Combine(folder.FullName, "tips.yaml");
            var lines = await File.ReadAllLinesAsync(tips);
            var line = Array.FindIndex(lines, text => text.Contains("claims: [overview.6]", StringComparison.Ordinal));
            lines[line] = lines[line].Replace("overview.6", "overview.66", StringComparison.Ordinal);
            await File.WriteAllLinesAsync(tips, lines);

            var (exit, output, error) = await RunAsync(["content", "check", folder.FullName], "");

            Assert.Equal(0, sound);
            Assert.Contains("15 topics", said, StringComparison.Ordinal);
            Assert.Equal(1, exit);
            Assert.Contains($"tips.yaml:{line + 1}:", output + error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Slots(JsonElement line) => line.GetProperty("slots").GetRawText();

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(IEnumerable<string> arguments, string input)
    {
        var start = new ProcessStartInfo("dotnet", [ServiceProcess.Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
