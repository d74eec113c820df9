namespace WalkBuddyBot.Tests.Storage.Postgres;

[NeedsPostgres]
public sealed class PostgresOpenConversationsTests : OpenConversationsContract
{
    private readonly PostgresDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task InitializeAsync()
    {
        await _database.CreateAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}
