using Microsoft.Data.Sqlite;
using NodaTime;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>The service was away at the minute: what is still of use is sent, what is too late is dropped and counted.</summary>
public sealed class RestartTests : IDisposable
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);
    private readonly string _folder = Directory.CreateTempSubdirectory("walkbuddy-restart-").FullName;

    [Fact]
    public async Task Half_an_hour_late_it_still_comes_once()
    {
        await using var restarted = new WalkBuddyApp(Monday + Duration.FromHours(1), _folder);
        await using var visitor = await AskBeforeTheRestartAsync(restarted);

        await restarted.RunUntilAsync(Monday + Duration.FromHours(3));

        Assert.Single(await visitor.HistoryAsync(), Visitor.IsNudge);
    }

    [Fact]
    public async Task Three_hours_late_it_is_dropped_and_counted_and_the_next_day_is_as_ever()
    {
        await using var restarted = new WalkBuddyApp(Monday + Duration.FromHours(4), _folder);
        await using var visitor = await AskBeforeTheRestartAsync(restarted);

        await restarted.RunUntilAsync(Monday + Duration.FromHours(5));
        var today = await visitor.HistoryAsync();
        await restarted.RunUntilAsync(Monday + Duration.FromHours(26));

        Assert.DoesNotContain(today, Visitor.IsNudge);
        Assert.Equal([("Dropped", "late"), ("Sent", null)], Ledger());
        Assert.Single(await visitor.HistoryAsync(), Visitor.IsNudge);
    }

    [Fact]
    public async Task A_week_away_brings_no_flood_and_tells_of_the_first_day_and_the_last()
    {
        await using var restarted = new WalkBuddyApp(Monday + Duration.FromDays(7) + Duration.FromHours(4), _folder);
        await using var visitor = await AskBeforeTheRestartAsync(restarted);

        await restarted.RunUntilAsync(Monday + Duration.FromDays(7) + Duration.FromHours(5));

        Assert.DoesNotContain(await visitor.HistoryAsync(), Visitor.IsNudge);
        Assert.Equal([("Dropped", "late"), ("Dropped", "late")], Ledger());
    }

    [Fact]
    public async Task Six_hours_away_over_the_morning_nothing_stale_is_sent_and_every_slot_is_counted_as_late()
    {
        // 07:00 to 13:05 in Berlin: the slots of 08:00, 10:00 and 12:00 are past their grace, that of 14:00 is to come.
        await using var restarted = new WalkBuddyApp(Instant.FromUtc(2026, 11, 23, 12, 5), _folder);
        await using var visitor = await AskBeforeTheRestartAsync(
            restarted, Instant.FromUtc(2026, 11, 23, 6, 0), "remind me every 2 hours from 8 to 16 on weekdays");

        await restarted.RunUntilAsync(Instant.FromUtc(2026, 11, 23, 12, 30));
        var noon = await visitor.HistoryAsync();
        await restarted.RunUntilAsync(Instant.FromUtc(2026, 11, 23, 13, 30));

        Assert.DoesNotContain(noon, Visitor.IsNudge);
        Assert.Equal([("Dropped", "late"), ("Dropped", "late"), ("Dropped", "late"), ("Sent", null)], Ledger());
        Assert.Single(await visitor.HistoryAsync(), Visitor.IsNudge);
    }

    [Fact]
    public async Task Of_several_slots_still_within_their_grace_the_freshest_alone_is_made_up_for()
    {
        await using var restarted = new WalkBuddyApp(Instant.FromUtc(2026, 11, 23, 12, 5), _folder);
        await using var visitor = await AskBeforeTheRestartAsync(
            restarted, Instant.FromUtc(2026, 11, 23, 9, 10), "remind me weekdays at 12:10, 12:35 and 13:00");

        await restarted.RunUntilAsync(Instant.FromUtc(2026, 11, 23, 12, 30));

        Assert.Equal([("Dropped", "late"), ("Dropped", "late"), ("Sent", null)], Ledger());
        Assert.Single(await visitor.HistoryAsync(), Visitor.IsNudge);
    }

    [Fact]
    public async Task What_was_said_before_is_there_after()
    {
        await using var restarted = new WalkBuddyApp(Monday + Duration.FromMinutes(5), _folder);
        await using var visitor = await AskBeforeTheRestartAsync(restarted);

        var shown = (await visitor.SayAsync("show my reminders"))[0];

        Assert.Contains("10:30", Visitor.Text(shown), StringComparison.Ordinal);
        Assert.Single(visitor.Page, activity => Visitor.Text(activity) == "remind me weekdays at 10:30");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<Visitor> AskBeforeTheRestartAsync(WalkBuddyApp restarted) =>
        AskBeforeTheRestartAsync(restarted, Monday, "remind me weekdays at 10:30");

    private async Task<Visitor> AskBeforeTheRestartAsync(WalkBuddyApp restarted, Instant asked, string wish)
    {
        await using (var before = new WalkBuddyApp(asked, _folder))
        {
            await using var visitor = await Visitor.OpenAsync(before);
            await visitor.SayAsync(wish);
            await visitor.ClosePageAsync();
            await before.DisposeAsync();
            return await visitor.ComeBackAsync(restarted);
        }
    }

    private List<(string State, string? Reason)> Ledger()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "walkbuddy.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT state, reason FROM outgoing WHERE schedule IS NOT NULL ORDER BY not_before";
        using var rows = command.ExecuteReader();
        var ledger = new List<(string, string?)>();
        while (rows.Read())
        {
            ledger.Add((rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1)));
        }

        return ledger;
    }
}
