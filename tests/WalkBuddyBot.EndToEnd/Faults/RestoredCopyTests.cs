using Microsoft.Data.Sqlite;
using NodaTime;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>The database is lost, and an hour-old copy takes its place.</summary>
public sealed class RestoredCopyTests(ITestOutputHelper output)
{
    private static readonly (string, string?) Grace = ("Nudges__Grace", "00:30:00");

    [Fact]
    public async Task From_an_hour_old_copy_only_what_that_hour_sent_and_is_still_within_its_grace_comes_again()
    {
        await using var drill = await Drill.BeginAsync();
        var copied = drill.Soon;
        var restored = copied + Duration.FromHours(1);
        var many = Sizes.Of(60, 3_000);

        // Evenly over two hours: the one before the copy, and the one after it.
        var crowd = SeededPerson.Crowd(many, copied, webEach: 6)
            .Select(person => person with { Due = copied + Duration.FromMinutes((person.Number % 12 * 10) - 5) }).ToList();
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Grace);
        var copy = Path.Combine(drill.Service.Folder, "copy.db");
        foreach (var at in Enumerable.Range(0, 7).Select(step => copied + Duration.FromMinutes(step * 10)))
        {
            drill.SetClock(at);
            await drill.SettledAsync(crowd.Count(person => person.Due <= at));
            if (at == copied)
            {
                await CopyAsync(drill.Service.Database, copy);
            }
        }

        await drill.Service.KillAsync();
        Restore(copy, drill.Service.Database);
        await Operator.RunAsync(drill.Service.Database, "nudges", "hold");
        await drill.StartAsync(settings: Grace);
        var due = crowd.Where(person => person.Due <= restored).ToList();
        await Until.TrueAsync(async () => (await drill.RowsAsync()).Count == due.Count, TimeSpan.FromMinutes(1), () => drill.Service.Said);
        var whileHeld = (await drill.Connector.CallsAsync()).Count;
        await Operator.RunAsync(drill.Service.Database, "nudges", "release");
        await drill.SettledAsync(due.Count);

        var judgement = await drill.JudgeAsync([.. due.Select(person => person.At(person.Due))]);
        var sentSince = due.Where(person => person.Due > copied && !person.Web).ToList();
        var fresh = sentSince.Where(person => person.Due > restored - Duration.FromMinutes(30)).Select(person => person.Conversation).ToHashSet();
        output.WriteLine($"{due.Count} had been due, {sentSince.Count} of them behind the connector in the hour that was lost, {fresh.Count} of those "
            + $"within their grace; {judgement.Doubled.Count} came again. {Warning(drill)}");
        Assert.Equal(due.Count(person => !person.Web), whileHeld);
        Assert.Subset(fresh, judgement.Doubled.Select(name => name.Split(' ')[0]).ToHashSet());
        Assert.All(judgement.Doubled, name => Assert.EndsWith("x2", name, StringComparison.Ordinal));
        Assert.Equal(0, judgement.Missing.Count + judgement.Stray.Count + judgement.Early.Count + judgement.Uncertain.Count);
        Assert.Contains($"{due.Count(person => person.Due > copied)} schedules have come due since", Warning(drill), StringComparison.Ordinal);
    }

    private static string Warning(Drill drill) =>
        drill.Service.Said.Split('\n').FirstOrDefault(line => line.Contains("Nothing in the database is newer", StringComparison.Ordinal)) ?? "";

    private static async Task CopyAsync(string database, string copy)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        await command.ExecuteNonQueryAsync();
    }

    private static void Restore(string copy, string database)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*"))
        {
            File.Delete(file);
        }

        File.Copy(copy, database);
    }
}
