using Microsoft.Data.Sqlite;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A database file that is locked, has no room, may not be written or is broken, under the real service.</summary>
public sealed class SqliteTroubleTests(ITestOutputHelper output)
{
    private static readonly (string, string?) Pace = ("Nudges__PerTenantPerSecond", "25");

    [Fact]
    public async Task A_file_that_another_program_locks_turns_readiness_red_and_afterwards_everything_goes_on_by_itself()
    {
        await using var drill = await Drill.BeginAsync();

        await TroubledAsync(drill, () => LockAsync(drill.Service.Database), "locked");
    }

    [TinyDiskFact]
    public async Task A_full_disk_turns_readiness_red_and_afterwards_everything_goes_on_by_itself()
    {
        using var disk = new TinyDisk(megabytes: Sizes.Of(16, 128));
        await using var drill = await Drill.BeginAsync(_ => Task.FromResult<IFaultDatabase>(new SqliteFile(disk.PathOf("walkbuddy.db"))));

        await TroubledAsync(
            drill,
            () =>
            {
                disk.Fill();
                return Task.FromResult<IAsyncDisposable>(new Room(disk));
            },
            "full");
    }

    [TinyDiskFact]
    public async Task A_disk_that_may_only_be_read_is_refused_by_name_and_the_start_after_it_sends_what_was_due()
    {
        using var disk = new TinyDisk(megabytes: 16);
        await using var drill = await Drill.BeginAsync(_ => Task.FromResult<IFaultDatabase>(new SqliteFile(disk.PathOf("walkbuddy.db"))));
        var crowd = SeededPerson.Crowd(30, drill.Soon, webEach: 6);
        await drill.SeedAsync(crowd);
        SqliteConnection.ClearAllPools();
        drill.SetClock(crowd[0].Due);

        disk.SetReadOnly(true);
        drill.Launch();
        var exit = await drill.Service.ExitAsync();
        disk.SetReadOnly(false);
        await drill.StartAsync();
        await drill.SettledAsync(crowd.Count);

        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        output.WriteLine($"{drill.Service.Said.Split('\n')[0]} {judgement}.");
        Assert.Equal(1, exit);
        Assert.Contains(disk.PathOf("walkbuddy.db"), drill.Service.Said, StringComparison.Ordinal);
        Assert.Contains("cannot be written", drill.Service.Said, StringComparison.Ordinal);
        Assert.True(judgement.IsSound, judgement.ToString());
    }

    [Fact]
    public async Task A_broken_page_is_refused_by_name_and_with_the_whole_file_back_nothing_is_lost()
    {
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(30, drill.Soon, webEach: 6);
        var whole = Path.Combine(drill.Service.Folder, "whole.db");
        await drill.SeedAsync(crowd);
        File.Copy(drill.Service.Database, whole);
        await BreakAsync(drill.Service.Database);
        drill.SetClock(crowd[0].Due);

        drill.Launch();
        var exit = await drill.Service.ExitAsync();
        var said = drill.Service.Said;
        File.Copy(whole, drill.Service.Database, overwrite: true);
        await drill.StartAsync();
        await drill.SettledAsync(crowd.Count);

        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        output.WriteLine($"{said} {judgement}.");
        Assert.Equal(1, exit);
        Assert.Contains($"{drill.Service.Database} is damaged", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.True(judgement.IsSound, judgement.ToString());
    }

    // In the middle of a drain; what was sent is settled when it can be, and nothing new is begun meanwhile.
    private async Task TroubledAsync(Drill drill, Func<Task<IAsyncDisposable>> trouble, string name)
    {
        var began = TimeProvider.System.GetTimestamp();
        var crowd = SeededPerson.Crowd(Sizes.Of(120, 3_000), drill.Soon, webEach: 6);
        using var talker = new Talker(drill);
        using var over = new CancellationTokenSource();
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Pace);
        await talker.ArriveAsync();
        var talk = talker.TalkAsync(over.Token);
        drill.SetClock(crowd[0].Due);
        await drill.Connector.AcceptedAsync(crowd.Count / 3);

        await using (await trouble())
        {
            await Readiness.RedAsync(drill);
            await Task.Delay(TimeSpan.FromSeconds(Sizes.Of(0, 60)), TimeProvider.System);
        }

        await Readiness.GreenAsync(drill);
        await drill.SettledAsync(crowd.Count);
        await over.CancelAsync();
        var said = await talk;
        await talker.AnsweredAsync();
        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        output.WriteLine($"{name}: {judgement}; said {said} on each side; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.Empty(judgement.Uncertain);
    }

    private static async Task<IAsyncDisposable> LockAsync(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 30000; BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task BreakAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open);
        file.Position = 4096;
        await file.WriteAsync(Enumerable.Range(0, 4096).Select(i => (byte)(i * 31)).ToArray());
    }

    private sealed class Room(TinyDisk disk) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            disk.MakeRoom();
            return ValueTask.CompletedTask;
        }
    }
}
