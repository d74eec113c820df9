using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Opening;
using WalkBuddyBot.Storage.Postgres;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>
/// A database of its own on the run's server, gone after the test. It has the schema already: a copy is quicker than the steps.
/// </summary>
internal sealed class PostgresDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private string? _name;

    public string Name => _name!;

    public string ConnectionString { get; private set; } = "Host=not-created-yet;Database=none";

    public static async Task<PostgresDatabase> NewAsync(bool isEmpty = false)
    {
        var database = new PostgresDatabase();
        await database.CreateAsync(isEmpty);
        return database;
    }

    /// <summary>Makes it; a second call does nothing.</summary>
    public async Task CreateAsync(bool isEmpty = false)
    {
        if (_name is null)
        {
            var server = await PostgresServer.SharedAsync();
            _name = await server.CreateAsync(isEmpty ? null : await Template.Value);
            ConnectionString = server.To(_name);
        }
    }

    public async Task DisposeAfterAsync(Task closed)
    {
        await closed;
        if (_name is not null)
        {
            await (await PostgresServer.SharedAsync()).DropAsync(_name);
        }
    }

    public PostgresStore Store(IReadOnlyList<SchemaStep>? steps = null) => StoreAt(ConnectionString, steps);

    public static PostgresStore StoreAt(string text, IReadOnlyList<SchemaStep>? steps = null) => new(
        text,
        steps ?? SchemaStep.Postgres,
        new DatabaseClock(TimeProvider.System),
        FakeClock.FromUtc(2026, 11, 23),
        TimeProvider.System);

    private static async Task<string> MakeTemplateAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var name = await server.CreateAsync();
        await using var store = new PostgresStore(
            server.To(name),
            SchemaStep.Postgres,
            new DatabaseClock(new FakeTimeProvider()),
            FakeClock.FromUtc(2026, 11, 23),
            new FakeTimeProvider());
        await store.OpenAsync(StorageUse.Service, CancellationToken.None);
        return name;
    }
}
