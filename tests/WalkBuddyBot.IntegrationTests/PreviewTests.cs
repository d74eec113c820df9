using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.IntegrationTests.Driving;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>What the preview says is what the ledger says afterwards.</summary>
public sealed class PreviewTests
{
    // Saturday 24 October 2026, 06:00 UTC. That night Berlin's clocks go back; in New York they go back a week later.
    private static readonly Instant Saturday = Instant.FromUtc(2026, 10, 24, 6, 0);

    // The night before Berlin's clocks go forward over 02:30.
    private static readonly Instant March = Instant.FromUtc(2026, 3, 28, 20, 0);

    [Fact]
    public async Task The_previewed_day_is_the_ledger_of_that_day()
    {
        await using var app = new WalkBuddyApp(Saturday);
        await using var berlin = await Visitor.OpenAsync(app, "Europe/Berlin");
        await using var newYork = await Visitor.OpenAsync(app, "America/New_York");
        await using var kolkata = await Visitor.OpenAsync(app, "Asia/Kolkata");
        await using var stopped = await Visitor.OpenAsync(app, "Europe/Lisbon");
        await using var paused = await Visitor.OpenAsync(app, "Europe/Lisbon");
        await using var walked = await Visitor.OpenAsync(app, "Europe/Lisbon");
        await berlin.SayAsync("remind me every day at 2:30am and 10:30am");
        await berlin.SayAsync("remind me every day at 10:33am and 4pm");
        await berlin.SayAsync("remind me in 90 minutes");
        await newYork.SayAsync("every 2 hours between 9 and 5");
        await newYork.SayAsync("remind me every day at 6pm and 7pm");
        await newYork.SayAsync("remind me every day at 8pm");
        await kolkata.SayAsync("remind me tomorrow at noon");
        await stopped.SayAsync("remind me every day at 10:30am");
        await stopped.SayAsync("stop");
        await paused.SayAsync("remind me every day at 10:30am");
        await paused.SayAsync("pause until tomorrow");
        await walked.SayAsync("remind me every day at 10:30am");
        await walked.SayAsync("I walked 20 minutes");
        var until = Saturday + Duration.FromHours(36);

        var preview = await PreviewAsync(app, Saturday, until);
        await app.RunUntilAsync(until - Duration.FromMinutes(1));

        Assert.Equal(Ledger(app), Lines(preview.Where(nudge => nudge.Planned)));
        Assert.Equal(
            ["", DropReasons.Twin],
            preview.Where(nudge => nudge.Planned).Select(nudge => nudge.Gate ?? "").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["paused", "stopped", DropReasons.Walked],
            preview.Where(nudge => !nudge.Planned).Select(nudge => nudge.Gate).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_slot_that_the_clocks_skip_is_marked_and_comes_when_it_was_previewed()
    {
        await using var app = new WalkBuddyApp(March);
        await using var berlin = await Visitor.OpenAsync(app, "Europe/Berlin");
        await berlin.SayAsync("remind me every day at 2:30am");
        var until = March + Duration.FromHours(30);

        var preview = await PreviewAsync(app, March, until);
        await app.RunUntilAsync(until);

        Assert.Equal(Ledger(app), Lines(preview));
        var shifted = Assert.Single(preview, nudge => nudge.Clocks == ClockMark.Skipped);
        Assert.Equal((new LocalDateTime(2026, 3, 29, 3, 0), Instant.FromUtc(2026, 3, 29, 1, 0)), (shifted.Local, shifted.Due));
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_looks_only_as_far_as_it_was_asked()
    {
        await using var app = new WalkBuddyApp(Saturday);
        await using var berlin = await Visitor.OpenAsync(app, "Europe/Berlin");
        await berlin.SayAsync("remind me every day at 10:30am");
        var from = Saturday + Duration.FromDays(2);
        using var watch = new SqliteConnection(Database(app));
        watch.Open();

        // How the turn ended may be written while it is looked at; a preview that writes would do so each time.
        List<PreviewedNudge> preview = [], again = [];
        var wrote = true;
        for (var attempt = 0; attempt < 50 && wrote; attempt++)
        {
            var before = DataVersion(watch);
            preview = await PreviewAsync(app, from, from + Duration.FromDays(1));
            again = await PreviewAsync(app, from, from + Duration.FromDays(1));
            wrote = !Equals(before, DataVersion(watch));
        }

        Assert.False(wrote);
        Assert.Equal(new LocalDate(2026, 10, 26), Assert.Single(preview).Local.Date);
        Assert.Equal(preview, again);
        Assert.Empty(Ledger(app));
    }

    private static async Task<List<PreviewedNudge>> PreviewAsync(WalkBuddyApp app, Instant from, Instant to)
    {
        var people = await app.Services.GetRequiredService<IPeople>().WithNudgesAsync(CancellationToken.None).ToListAsync();
        var preview = app.Services.GetRequiredService<INudgePreview>();
        return [.. people.SelectMany(person => preview.Of(person, app.Now, from, to))];
    }

    private static string[] Lines(IEnumerable<PreviewedNudge> nudges) =>
    [
        .. nudges.Select(nudge =>
            $"{nudge.Slot.At:uuuu-MM-dd'T'HH:mm} {nudge.Slot.Schedule.Value:N} {(nudge.Gate is null ? "Sent" : "Dropped")} {nudge.Gate}")
            .Order(StringComparer.Ordinal),
    ];

    private static string Database(WalkBuddyApp app) =>
        $"Data Source={Path.Combine(app.Folder, "walkbuddy.db")};Mode=ReadOnly;Pooling=false";

    // Any other connection's commit changes it.
    private static object? DataVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return command.ExecuteScalar();
    }

    // Read from the file, beside everything that the preview uses.
    private static string[] Ledger(WalkBuddyApp app)
    {
        using var connection = new SqliteConnection(Database(app));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT substr(slot_at, 1, 16), lower(hex(schedule)), state, reason FROM outgoing WHERE schedule IS NOT NULL";
        using var rows = command.ExecuteReader();
        var ledger = new List<string>();
        while (rows.Read())
        {
            ledger.Add($"{rows.GetString(0)} {rows.GetString(1)} {rows.GetString(2)} {(rows.IsDBNull(3) ? "" : rows.GetString(3))}");
        }

        return [.. ledger.Order(StringComparer.Ordinal)];
    }
}
