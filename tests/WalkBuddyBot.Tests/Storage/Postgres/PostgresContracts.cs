namespace WalkBuddyBot.Tests.Storage.Postgres;

// Every contract on PostgreSQL.

[NeedsPostgres]
public sealed class PostgresTurnsTests : TurnsContract
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

[NeedsPostgres]
public sealed class PostgresEffectsTests : EffectsContract
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

[NeedsPostgres]
public sealed class PostgresPlanTests : PlanContract
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

[NeedsPostgres]
public sealed class PostgresOutboxTests : OutboxContract
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

[NeedsPostgres]
public sealed class PostgresStopRaceTests : StopRaceContract
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

[NeedsPostgres]
public sealed class PostgresConversationStoreTests : ConversationStoreContract
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

[NeedsPostgres]
public sealed class PostgresInboxTests : InboxContract
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

[NeedsPostgres]
public sealed class PostgresSmallStoresTests : SmallStoresContract
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

[NeedsPostgres]
public sealed class PostgresMissedTests : MissedContract
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

[NeedsPostgres]
public sealed class PostgresNudgeHoldTests : NudgeHoldContract
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

[NeedsPostgres]
public sealed class PostgresExportTests : ExportContract
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

[NeedsPostgres]
public sealed class PostgresZoneDataChangeTests : ZoneDataChangeContract
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

[NeedsPostgres]
public sealed class PostgresQuarantineTests : QuarantineContract
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

[NeedsPostgres]
public sealed class PostgresRetentionTests : RetentionContract
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

[NeedsPostgres]
public sealed class PostgresLeaseTests : LeaseContract
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
