using System.Data.Common;
using Npgsql;
using Quartz;

namespace WalkBuddyBot.Benchmarks.Dispatch.Databases;

/// <summary>Databases on one server.</summary>
/// <param name="server">A connection string without a database.</param>
internal sealed class PostgresEngine(string server) : Engine
{
    public const string Called = "PostgreSQL";

    public override string Name => Called;

    public override string Place => server;

    public override string BeforeFilling => "SET synchronous_commit = off";

    // As the server's own housekeeping would have done by then.
    public override string AfterFilling => "VACUUM ANALYZE";

    public override string Numbers => "generate_series(1, @most) AS c(n)";

    public override string Zone => $"(ARRAY[{string.Join(',', Zones.All.Select(zone => $"'{zone}'"))}])[1 + c.n % {Zones.All.Length}]";

    public override string Id(string letter) => $"decode({IdText(letter)}, 'hex')";

    public override string IdText(string letter) => $"md5('{letter}' || c.n)";

    public override string ConnectionString(string database) => $"{server};Database={database}";

    public override async Task<DbConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=False;Command Timeout=300");
        await connection.OpenAsync();
        return connection;
    }

    public override Task CreateAsync(string database) => AtServerAsync($"CREATE DATABASE {database}");

    public override Task CopyAsync(string from, string to) => AtServerAsync($"CREATE DATABASE {to} TEMPLATE {from}");

    public override Task DropAsync(string database) => AtServerAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    public override void LetGo() => NpgsqlConnection.ClearAllPools();

    public override void Configure(IPersistentStoreBuilder store, string database) => store.UsePostgres(ConnectionString(database));

    private async Task AtServerAsync(string sql)
    {
        await using var connection = await OpenAsync("postgres");
        await connection.RunAsync(sql);
    }
}
