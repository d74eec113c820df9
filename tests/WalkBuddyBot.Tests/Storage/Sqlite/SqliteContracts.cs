namespace WalkBuddyBot.Tests.Storage.Sqlite;

// Every contract on a SQLite file, and the two that matter to the terminal chat in memory.

public sealed class SqliteTurnsTests : TurnsContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteEffectsTests : EffectsContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqlitePlanTests : PlanContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteOutboxTests : OutboxContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteStopRaceTests : StopRaceContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteConversationStoreTests : ConversationStoreContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteInboxTests : InboxContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteSmallStoresTests : SmallStoresContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteMissedTests : MissedContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteMemoryEffectsTests : EffectsContract
{
    protected override string ConnectionString => "Data Source=terminal;Mode=Memory;Cache=Shared";
}

public sealed class SqliteMemoryPlanTests : PlanContract
{
    protected override string ConnectionString => "Data Source=terminal;Mode=Memory;Cache=Shared";
}

public sealed class SqliteExportTests : ExportContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteZoneDataChangeTests : ZoneDataChangeContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteQuarantineTests : QuarantineContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());
}

public sealed class SqliteRetentionTests : RetentionContract
{
    protected override string ConnectionString => "Data Source=:memory:";
}

public sealed class SqliteLeaseTests : LeaseContract
{
    protected override string ConnectionString => "Data Source=:memory:";
}
