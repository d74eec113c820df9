using System.Data.Common;
using Npgsql;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A database of its own on the run's PostgreSQL server.</summary>
internal sealed class PostgresDatabase : IFaultDatabase
{
    private const string Others =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PostgresServer _server;
    private readonly string _name;

    private PostgresDatabase(PostgresServer server, string name) => (_server, _name) = (server, name);

    public string ConnectionString => _server.To(_name);

    public static async Task<IFaultDatabase> CreateAsync()
    {
        var server = await PostgresServer.SharedAsync();
        return new PostgresDatabase(server, await server.CreateAsync());
    }

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Options=-c default_transaction_read_only=on");
        await connection.OpenAsync();
        return connection;
    }

    // What a process had asked for when it was killed, the server still does to its end.
    public Task AbandonedAsync() => Until.TrueAsync(
        async () => await OthersAsync() == 0, Patience, () => "The server still works for a process that is dead.");

    public async ValueTask DisposeAsync() => await _server.DropAsync(_name);

    private async Task<long> OthersAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Others;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
