namespace WalkBuddyBot.Tests.Storage.Sqlite;

public sealed class SqliteOpenConversationsTests : OpenConversationsContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}
