using NodaTime.Testing;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Keeping;
using WalkBuddyBot.Storage.Sqlite;
using WalkBuddyBot.Storage.Sqlite.Opening;

namespace WalkBuddyBot.Tests.Storage.Sqlite;

/// <summary>A start that cannot go well says so in one sentence, before anything listens.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private static readonly int LastStep = SchemaStep.All.Count;

    private static readonly SchemaStep Later = new(LastStep + 1, $"{LastStep + 1:000}_test.sql", "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT");

    private readonly TemporaryDatabase _database = new();
    private readonly List<SqliteStore> _stores = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        _database.Delete();
    }

    [Fact]
    public async Task A_new_database_is_made_with_its_folder_and_only_its_owner_can_read_it()
    {
        var store = await OpenAsync();
        await store.SaveSettingAsync("a", "b", CancellationToken.None);

        Assert.True((await store.CheckAsync(CancellationToken.None)).Ready);
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(_database.Path)!));
            foreach (var suffix in new[] { "", "-wal", "-shm", ".lock" })
            {
                Assert.Equal(owner, File.GetUnixFileMode(_database.Path + suffix));
            }
        }
    }

    [Fact]
    public async Task A_second_service_on_one_file_is_refused_and_may_start_once_the_first_has_ended()
    {
        var first = await OpenAsync();

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync());
        await first.DisposeAsync();
        await OpenAsync();

        Assert.Contains("in use by another WalkBuddyBot", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_database.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_opens_beside_the_service_and_both_write()
    {
        var service = await OpenAsync();
        var command = await OpenAsync(use: StorageUse.Command);

        await command.SaveSettingAsync("hold", "yes", CancellationToken.None);

        Assert.Equal("yes", await service.FindSettingAsync("hold", CancellationToken.None));
    }

    [Fact]
    public async Task A_command_makes_no_database_and_says_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync(use: StorageUse.Command));

        Assert.Contains("start the service once", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_database.Path));
    }

    [Fact]
    public async Task A_command_leaves_an_older_schema_alone()
    {
        await EndedAsync(SchemaStep.All);

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync([.. SchemaStep.All, Later], StorageUse.Command));

        Assert.Contains("older version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await EndedAsync([.. SchemaStep.All, Later]);

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync());

        Assert.Contains("was made by a newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_step_with_other_words_is_refused()
    {
        await EndedAsync([.. SchemaStep.All, Later]);

        var refused =
            await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync([.. SchemaStep.All, Later with { Sql = Later.Sql + " -- other" }]));

        Assert.Contains($"schema step {Later.Number}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_database_is_brought_up_to_date_and_a_copy_of_it_is_kept()
    {
        var old = await EndedAsync(SchemaStep.All, store => store.SaveSettingAsync("a", "kept", CancellationToken.None));

        var store = await OpenAsync([.. SchemaStep.All, Later]);

        Assert.Equal((Later.Number, "kept"), ((await store.CheckAsync(CancellationToken.None)).Schema, await store.FindSettingAsync("a", CancellationToken.None)));
        var copy = await OpenAsync(place: _database.Path + $".before-{Later.Number:000}");
        Assert.Equal("kept", await copy.FindSettingAsync("a", CancellationToken.None));
        Assert.NotSame(old, store);
    }

    [Fact]
    public async Task A_database_of_the_first_schema_keeps_its_people_and_gains_what_came_since()
    {
        await EndedAsync([SchemaStep.All[0]], store => store.WriteAsync(
            WorkClass.Chat,
            session => session.Run(
                """
                INSERT INTO person (id, version, language, standing, body, made_at, said_at) VALUES (x'00', 1, 'en', 'On', '{}', 1, 1);
                INSERT INTO inbox (key, sink, state, received_at) VALUES ('a|b|c', 'directline', 'Waiting', 1);
                INSERT INTO conversation (id, visitor, made_at, seen_at) VALUES ('b', 'v', 1, 1);
                INSERT INTO activity (conversation, sequence, changed, payload, sent_at) VALUES (1, 1, 1, '{}', 1);
                INSERT INTO reference (address, sink, payload, changed_at) VALUES ('r', 'directline', '{}', 1);
                """),
            CancellationToken.None));

        var store = await OpenAsync();

        Assert.True((await store.CheckAsync(CancellationToken.None)).Ready);
        var gained = await store.ReadAsync(
            session => session.All(
                """
                SELECT p.left_at IS NULL AND i.person IS NULL AND i.failures = 0 AND c.erased = 0 AND c.missed = 0 AND a.unseen = 0 AND r.leaving = 0
                FROM person p, inbox i, conversation c, activity a, reference r
                """,
                row => row.GetBoolean(0)),
            CancellationToken.None);
        Assert.True(Assert.Single(gained));
    }

    [Fact]
    public async Task A_schema_step_that_fails_leaves_the_database_as_it_was()
    {
        await EndedAsync(SchemaStep.All);
        var broken = Later with { Sql = "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)" };

        await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync([.. SchemaStep.All, broken]));

        Assert.Equal(LastStep, (await (await OpenAsync()).CheckAsync(CancellationToken.None)).Schema);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_database.Path)!);
        await File.WriteAllTextAsync(_database.Path, "Dear diary, today I walked to the mill and back.");

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync());

        Assert.Contains("is not a SQLite database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        await EndedAsync(SchemaStep.All);
        await using (var file = new FileStream(_database.Path, FileMode.Open))
        {
            file.Position = 4096;
            file.Write(new byte[(int)file.Length - 4096].Select((_, i) => (byte)(i * 31)).ToArray());
        }

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync());

        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(_database.Path);

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync());

        Assert.Contains("is a folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_refused()
    {
        await File.WriteAllTextAsync(Path.GetDirectoryName(_database.Path)!, "");

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync());

        Assert.Contains("cannot be created", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        await EndedAsync([new SchemaStep(1, "001_other.sql", "CREATE TABLE other (id INTEGER)")], store => store.WriteAsync(
            WorkClass.Chat, session => session.Run("DROP TABLE schema_version"), CancellationToken.None));

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync());

        Assert.Contains("belongs to another program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_can_only_be_read_is_refused()
    {
        await EndedAsync(SchemaStep.All);
        var readOnly = Place.Of(_database.ConnectionString);
        var doorway = new Doorway(new Schema([.. SchemaStep.All, Later], FakeClock.FromUtc(2026, 11, 23)), TimeProvider.System);

        var refused =
            Assert.Throws<StorageStartException>(() => doorway.Open(readOnly with { Text = readOnly.ReaderText }, mayChange: true));

        Assert.Equal(
            $"The database {_database.Path} is read-only; give the service's user write access to the file and its folder.",
            refused.Message);
    }

    // Permission bits do not bind every user that runs tests: whom they bind is refused, whom they do not is served.
    [Fact]
    public async Task A_file_marked_read_only_is_refused_to_whom_that_binds()
    {
        await EndedAsync(SchemaStep.All);
        File.SetAttributes(_database.Path, FileAttributes.ReadOnly);
        var binds = Record.Exception(() => new FileStream(_database.Path, FileMode.Open, FileAccess.ReadWrite).Dispose()) is not null;

        var refused = await Record.ExceptionAsync(() => OpenAsync());

        Assert.Equal(binds, refused is StorageStartException { Message: var message } && message.Contains("is read-only", StringComparison.Ordinal));
        Assert.Equal(binds, refused is not null);
    }

    [Theory]
    [InlineData("Host=db;Database=walkbuddy", "PostgreSQL")]
    [InlineData("Data Source=a.db;Mode=ReadOnly", "Mode=ReadOnly")]
    [InlineData("Data Source=", "names no database")]
    [InlineData("Server=a", "cannot be read")]
    public async Task A_text_that_names_no_database_we_can_use_is_refused(string text, string says)
    {
        var store = new SqliteStore(text, SchemaStep.All, FakeClock.FromUtc(2026, 11, 23), TimeProvider.System);

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => store.OpenAsync(StorageUse.Service, CancellationToken.None));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_opened_and_after_its_end_the_memory_is_not_available()
    {
        var store = new SqliteStore(_database.ConnectionString, SchemaStep.All, FakeClock.FromUtc(2026, 11, 23), TimeProvider.System);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SaveSettingAsync("a", "b", CancellationToken.None));
        await store.OpenAsync(StorageUse.Service, CancellationToken.None);

        await store.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SaveSettingAsync("a", "b", CancellationToken.None));
        Assert.False(File.Exists(_database.Path + "-wal"));
    }

    private async Task<SqliteStore> EndedAsync(IReadOnlyList<SchemaStep> steps, Func<SqliteStore, Task>? first = null)
    {
        var store = await OpenAsync(steps);
        await (first?.Invoke(store) ?? Task.CompletedTask);
        await store.DisposeAsync();
        return store;
    }

    private async Task<SqliteStore> OpenAsync(
        IReadOnlyList<SchemaStep>? steps = null, StorageUse use = StorageUse.Service, string? place = null)
    {
        var store = new SqliteStore(
            $"Data Source={place ?? _database.Path}", steps ?? SchemaStep.All, FakeClock.FromUtc(2026, 11, 23), TimeProvider.System);
        _stores.Add(store);
        await store.OpenAsync(use, CancellationToken.None);
        return store;
    }
}
