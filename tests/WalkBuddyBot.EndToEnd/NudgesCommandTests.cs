using System.Text.Json;
using WalkBuddyBot.EndToEnd.Crash;

namespace WalkBuddyBot.EndToEnd;

/// <summary>An operator's word over all reminders: real processes, one database.</summary>
public sealed class NudgesCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_held_reminder_is_not_sent_and_a_reply_is_and_on_release_the_reminder_comes_once()
    {
        using var service = new ServiceProcess();
        using var visitor = new LineVisitor(service.Address);
        await service.StartAsync();
        await visitor.ArriveAsync();
        await visitor.SayAsync("remind me in 1 minute");
        await visitor.UntilAsync(lines => lines.Count(line => line.FromBot) >= 2);

        // The word is given beside the running service, which shows that it has heard it.
        var hold = await Operator.RunAsync(service.Database, "nudges", "hold");
        await MetricAsync(service, "walkbuddy_nudges_held", 1);
        var preview = await Operator.RunAsync(service.Database, "nudges", "preview", "--json");
        var lines = preview.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var person = lines[0].GetProperty("person").GetString()!;
        var theirs = await Operator.RunAsync(service.Database, "nudges", "preview", "--person", person[..8]);

        // It outlives the process; in the next one the reminder is due at once, becomes a row, and stays where it is.
        await service.KillAsync();
        service.StartToCrash(CrashPoint.Never, secondsAhead: 61);
        await service.ReadyAsync();
        await MetricAsync(service, "walkbuddy_nudge_planned_total", 1);
        await visitor.SayAsync("help");
        var held = await visitor.UntilAsync(lines => lines.Count(line => line.FromBot) >= 3);
        var release = await Operator.RunAsync(service.Database, "nudges", "release");
        var released = await visitor.UntilAsync(lines => lines.Any(line => line.IsCard));

        Assert.Equal((0, 0, 0), (hold.Exit, preview.Exit, release.Exit));
        Assert.Contains("held since", hold.Output, StringComparison.Ordinal);
        Assert.Contains("Reminders go out", release.Output, StringComparison.Ordinal);
        Assert.Equal("Europe/Berlin", lines[0].GetProperty("zone").GetString());
        Assert.Contains("On the clock of Europe/Berlin.", theirs.Output, StringComparison.Ordinal);
        Assert.Contains("walk  goes out, once on", theirs.Output, StringComparison.Ordinal);
        Assert.Equal(1, lines[^1].GetProperty("summary").GetProperty("sent").GetInt32());
        Assert.NotNull(lines[^1].GetProperty("summary").GetProperty("held_since").GetString());
        Assert.DoesNotContain(held, line => line.IsCard);
        Assert.Single(released, line => line.IsCard);
    }

    [Fact]
    public async Task Without_a_database_the_word_is_refused_and_none_is_made()
    {
        var database = Path.Combine(Path.GetTempPath(), $"walkbuddy-none-{Environment.ProcessId}", "walkbuddy.db");

        var (exit, output, error) = await Operator.RunAsync(database, "nudges", "hold");

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("start the service once", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(database)));
    }

    [Theory]
    [InlineData("nudges", "halt")]
    [InlineData("nudges", "preview", "--person", "Ada")]
    [InlineData("nudges", "preview", "--person", "1f3a9c2e", "--say", "weekdays at 10:30")]
    [InlineData("nudges", "preview", "--from", "yesterday")]
    [InlineData("nudges", "preview", "--days", "0")]
    [InlineData("nudges", "preview", "--days", "2", "--to", "2027-01-01")]
    [InlineData("nudges", "preview", "--pace", "99")]
    [InlineData("nudges", "preview", "--say", "weekdays at 10:30", "--from", "2020-01-01")]
    [InlineData("nudges", "preview", "--say", "what is stress")]
    public async Task A_word_that_is_none_is_refused_with_what_would_do(params string[] words)
    {
        var (exit, _, error) = await Operator.RunAsync("none.db", words);

        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_previewed_over_the_change_of_the_clocks()
    {
        var (exit, output, _) = await Operator.RunAsync(
            "none.db", "nudges", "preview", "--say", "every day at 2:30am", "--zone", "Europe/Berlin", "--now", "2026-03-28T10:00",
            "--to", "2026-03-30T00:00");

        Assert.Equal(0, exit);
        Assert.Contains("On the clock of Europe/Berlin.", output, StringComparison.Ordinal);
        Assert.Contains("Sun 29 Mar 03:00  walk  goes out, every day at 02:30; that day the clocks skip", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent and nothing was written.", output, StringComparison.Ordinal);
    }

    private static async Task MetricAsync(ServiceProcess service, string name, int value)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        var scrape = "";
        await Until.TrueAsync(
            async () =>
            {
                scrape = await http.GetStringAsync(new Uri("metrics", UriKind.Relative));
                return scrape.Split('\n').Any(line =>
                    line.StartsWith(name, StringComparison.Ordinal) && line.EndsWith($" {value}", StringComparison.Ordinal));
            },
            Patience,
            () => $"{name} was never {value}:\n{scrape}");
    }
}
