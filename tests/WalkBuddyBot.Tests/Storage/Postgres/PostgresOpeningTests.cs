using Npgsql;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Keeping;
using WalkBuddyBot.Storage.Opening;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>What a start does with a database, and says when it cannot.</summary>
[NeedsPostgres]
public sealed class PostgresOpeningTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly SchemaStep Later =
        new(99, "099_later.sql", "CREATE TABLE later (id BIGINT);\nALTER TABLE person ADD COLUMN more TEXT");

    [StoreFact]
    public async Task Nodes_that_start_together_make_each_step_once()
    {
        var database = await PostgresDatabase.NewAsync(isEmpty: true);
        var nodes = Enumerable.Range(0, 4).Select(_ => database.Store()).ToList();

        await Task.WhenAll(nodes.Select(node => node.OpenAsync(StorageUse.Service, None)));

        Assert.All(await Task.WhenAll(nodes.Select(node => node.CheckAsync(None))), health => Assert.True(health.Ready));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    [StoreFact]
    public async Task A_node_that_runs_stays_ready_when_a_newer_one_adds_a_step_and_an_older_one_does_not_start_any_more()
    {
        var database = await PostgresDatabase.NewAsync();
        await using var older = database.Store();
        await older.OpenAsync(StorageUse.Service, None);
        await using var newer = database.Store([.. SchemaStep.Postgres, Later]);
        await newer.OpenAsync(StorageUse.Service, None);

        await older.SaveSettingAsync("key", "value", None);
        var health = await older.CheckAsync(None);
        await using var another = database.Store();
        var refused = await Assert.ThrowsAsync<StorageStartException>(() => another.OpenAsync(StorageUse.Service, None));

        Assert.Equal((true, 99), (health.Ready, health.Schema));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        await newer.DisposeAsync();
        await older.DisposeAsync();
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    [StoreFact]
    public async Task A_command_leaves_the_schema_as_it_is()
    {
        var database = await PostgresDatabase.NewAsync();
        await using var command = database.Store([.. SchemaStep.Postgres, Later]);

        var refused = await Assert.ThrowsAsync<StorageStartException>(() => command.OpenAsync(StorageUse.Command, None));

        Assert.Contains("older version", refused.Message, StringComparison.Ordinal);
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    [StoreFact]
    public async Task A_step_that_fails_leaves_nothing_of_itself()
    {
        var database = await PostgresDatabase.NewAsync();
        await using var broken = database.Store([.. SchemaStep.Postgres, Later with { Sql = Later.Sql + ";\nnot a statement" }]);

        await Assert.ThrowsAsync<StorageStartException>(() => broken.OpenAsync(StorageUse.Service, None));
        await using var whole = database.Store([.. SchemaStep.Postgres, Later]);
        await whole.OpenAsync(StorageUse.Service, None);

        Assert.True((await whole.CheckAsync(None)).Ready);
        await whole.DisposeAsync();
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    [StoreFact]
    public async Task Another_programs_database_is_left_alone()
    {
        var database = await PostgresDatabase.NewAsync(isEmpty: true);
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false"))
        await using (var command = source.CreateCommand("CREATE TABLE customers (id INT)"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var store = database.Store();
        var refused = await Assert.ThrowsAsync<StorageStartException>(() => store.OpenAsync(StorageUse.Service, None));

        Assert.Contains("belongs to another program", refused.Message, StringComparison.Ordinal);
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    [StoreFact]
    public async Task Each_thing_that_is_wrong_has_a_sentence_of_its_own()
    {
        var server = await PostgresServer.SharedAsync();

        Assert.Contains("There is no PostgreSQL database nothing", await RefusalAsync(server.To("nothing")), StringComparison.Ordinal);
        var nobody = server.To("postgres").Replace("=walkbuddy", "=nobody", StringComparison.Ordinal);
        Assert.Contains("refuses the user", await RefusalAsync(nobody), StringComparison.Ordinal);
        Assert.Contains("does not answer", await RefusalAsync("Host=127.0.0.1;Port=1;Database=walkbuddy"), StringComparison.Ordinal);
        Assert.Contains("names no server or no database", await RefusalAsync("Host=127.0.0.1"), StringComparison.Ordinal);
        var unreadable = await RefusalAsync("Host=a;Port=many;Password=secret");
        Assert.Contains("cannot be read", unreadable, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", unreadable, StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(string text)
    {
        await using var store = PostgresDatabase.StoreAt(text);
        return (await Assert.ThrowsAsync<StorageStartException>(() => store.OpenAsync(StorageUse.Service, None))).Message;
    }
}
