using Microsoft.Data.Sqlite;
using NodaTime.Testing;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Keeping;
using WalkBuddyBot.Storage.Opening;
using WalkBuddyBot.Storage.Sqlite;

namespace WalkBuddyBot.Tests.Storage.Sqlite;

#pragma warning disable CA1001 // xunit ends it through DisposeAsync.
public sealed class WriterTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly TemporaryDatabase _database = new();
    private SqliteStore _store = null!;

    public Task InitializeAsync()
    {
        _store = Store();
        return _store.OpenAsync(StorageUse.Service, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _database.Delete();
    }

    [Fact]
    public async Task What_waits_together_is_committed_together_and_one_that_fails_takes_nothing_with_it()
    {
        var busy = Hold(out var release);
        var works = Enumerable.Range(0, 20).Select(i => Write(i, WorkClass.Chat)).ToList();
        var failing = _store.WriteAsync(
            WorkClass.Chat, session => session.Run("INSERT INTO setting (key, value) VALUES ('0', NULL)"), CancellationToken.None);

        release.Set();
        await busy;
        await Task.WhenAll(works);
        var error = await Assert.ThrowsAsync<SqliteException>(() => failing);

        Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT, error.SqliteErrorCode);
        Assert.Equal(21, _store.LastBatch);
        Assert.Equal(20, await CountAsync());
    }

    [Fact]
    public async Task Half_of_a_failing_work_is_taken_back()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.WriteAsync<int>(
            WorkClass.Chat,
            session =>
            {
                session.Run("INSERT INTO setting (key, value) VALUES ('half', 'done')");
                throw new InvalidOperationException("A defect.");
            },
            CancellationToken.None));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Chat_comes_before_the_clock_and_the_clock_still_gets_its_places()
    {
        var order = new List<string>();
        var busy = Hold(out var release);
        var works = Enumerable.Range(0, 100).Select(i => Note(order, WorkClass.Dispatch))
            .Concat(Enumerable.Range(0, 100).Select(i => Note(order, WorkClass.Chat))).ToList();

        release.Set();
        await busy;
        await Task.WhenAll(works);

        Assert.Equal(Enumerable.Repeat("Chat", Writer.MostPerCommit - 8), order.Take(Writer.MostPerCommit - 8));
        Assert.Equal(Enumerable.Repeat("Dispatch", 8), order.Skip(Writer.MostPerCommit - 8).Take(8));
    }

    [Fact]
    public async Task A_work_that_nobody_waits_for_any_more_is_not_begun()
    {
        var busy = Hold(out var release);
        using var cancel = new CancellationTokenSource();
        var abandoned =
            _store.WriteAsync(WorkClass.Chat, session => session.Run("INSERT INTO setting (key, value) VALUES ('a', 'b')"), cancel.Token);
        await cancel.CancelAsync();

        release.Set();
        await busy;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_full_disk_is_an_outage_and_writing_goes_on_once_there_is_room()
    {
        await RoomAsync("PRAGMA max_page_count = 1");
        var large = new string('x', 1_000_000);

        var full =
            await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.SaveSettingAsync("large", large, CancellationToken.None));
        await RoomAsync("PRAGMA max_page_count = 1000000");
        await _store.SaveSettingAsync("large", large, CancellationToken.None);

        Assert.Equal("The disk is full.", full.Message);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_file_that_became_read_only_is_an_outage()
    {
        await RoomAsync("PRAGMA query_only = 1");

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.SaveSettingAsync("a", "b", CancellationToken.None));

        Assert.Equal("The database cannot be written.", refused.Message);
    }

    [Fact]
    public async Task What_can_be_read_and_not_written_is_not_ready_once_a_write_has_failed()
    {
        await RoomAsync("PRAGMA query_only = 1");
        var before = await _store.CheckAsync(CancellationToken.None);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.SaveSettingAsync("a", "b", CancellationToken.None));

        var after = await _store.CheckAsync(CancellationToken.None);

        Assert.True(before.Ready);
        Assert.Equal((true, "The database cannot be written."), (after.Answers, after.Problem));
    }

    [Fact]
    public async Task After_a_write_that_failed_the_memory_tries_one_by_itself_and_leaves_nothing_of_it()
    {
        await RoomAsync("PRAGMA max_page_count = 1");
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _store.SaveSettingAsync("large", new string('x', 1_000_000), CancellationToken.None));

        var health = await _store.CheckAsync(CancellationToken.None);

        Assert.True(health.Ready);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task What_waits_at_the_end_is_still_written()
    {
        var busy = Hold(out var release);
        var works = Enumerable.Range(0, 50).Select(i => Write(i, WorkClass.Dispatch)).ToList();
        var closing = _store.DisposeAsync();

        release.Set();
        await busy;
        await Task.WhenAll(works);
        await closing;

        await using var again = Store();
        await again.OpenAsync(StorageUse.Service, CancellationToken.None);
        Assert.Equal(50, await again.ReadAsync(Count, CancellationToken.None));
    }

    private SqliteStore Store() => new(_database.ConnectionString, SchemaStep.Sqlite, FakeClock.FromUtc(2026, 11, 23), TimeProvider.System);

    private static long Count(Session session) => session.Number("SELECT count(*) FROM setting")!.Value;

    // What the world would do to the file, done by SQLite's own switch.
    private Task<long?> RoomAsync(string pragma) =>
        _store.WriteAsync(WorkClass.Chat, session => session.Number(pragma), CancellationToken.None);

    private Task<long> CountAsync() => _store.ReadAsync(Count, CancellationToken.None);

    private Task<int> Write(int i, WorkClass by) => _store.WriteAsync(
        by, session => session.Run("INSERT INTO setting (key, value) VALUES (@key, 'x')", ("@key", "k" + i)), CancellationToken.None);

    private Task<int> Note(List<string> order, WorkClass by) => _store.WriteAsync(
        by,
        _ =>
        {
            order.Add(by.ToString());
            return 0;
        },
        CancellationToken.None);

    // Keeps the writer at one work until released, so that others gather behind it.
    private Task<int> Hold(out ManualResetEventSlim release)
    {
        var let = release = new ManualResetEventSlim();
        var begun = new ManualResetEventSlim();
        var held = _store.WriteAsync(
            WorkClass.Chat,
            _ =>
            {
                begun.Set();
                let.Wait();
                return 0;
            },
            CancellationToken.None);
        begun.Wait();
        return held;
    }
}
