using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Npgsql;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.IntegrationTests.Driving;

/// <summary>The whole service twice, over one PostgreSQL database, in the time of the day: nodes meet by the database's clock.</summary>
public sealed class TwoNodes : IAsyncDisposable
{
    private readonly PostgresServer _server;
    private readonly string _database;

    private TwoNodes(PostgresServer server, string database)
    {
        (_server, _database) = (server, database);
        (One, Other) = (Node(), Node());
    }

    public WalkBuddyApp One { get; }

    public WalkBuddyApp Other { get; }

    public static async Task<TwoNodes> StartAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var nodes = new TwoNodes(server, await server.CreateAsync());
        _ = nodes.One.Server;
        _ = nodes.Other.Server;
        return nodes;
    }

    /// <summary>A number, asked of the database itself.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_server.To(_database) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
        await _server.DropAsync(_database);
    }

    private WalkBuddyApp Node() => new(
        Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
        also: services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)),
        settings: [("ConnectionStrings:WalkBuddy", _server.To(_database))]);
}
