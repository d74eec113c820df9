using System.Data.Common;
using Npgsql;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A database on a server of the drill's own, which the drill may stop. What is committed reaches the disk, as in production.</summary>
internal sealed class PrivatePostgres : IFaultDatabase
{
    private readonly string _name;

    private PrivatePostgres(PostgresServer server, string name) => (Server, _name) = (server, name);

    public PostgresServer Server { get; }

    public string ConnectionString => Server.To(_name);

    public static async Task<PrivatePostgres> StartAsync()
    {
        var server = await PostgresServer.StartAsync(isSafe: true);
        return new(server, await server.CreateAsync());
    }

    public Task KillConnectionsAsync() => Server.KillConnectionsAsync(_name, 1);

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
