using System.Net;
using Npgsql;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.EndToEnd.Nodes;

/// <summary>Two real services on one PostgreSQL database, and a visitor with a tab at each.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly PostgresServer _server;
    private readonly string _database;

    private TwoNodes(PostgresServer server, string database)
    {
        (_server, _database) = (server, database);
        var cookies = new CookieContainer();
        (AtOne, AtOther) = (new(One.Address, cookies), new(Other.Address, cookies));
    }

    public ServiceProcess One { get; } = new();

    public ServiceProcess Other { get; } = new();

    public NodeTab AtOne { get; }

    public NodeTab AtOther { get; }

    public string ConnectionString => _server.To(_database);

    public static async Task<TwoNodes> CreateAsync()
    {
        var server = await PostgresServer.SharedAsync();
        return new(server, await server.CreateAsync());
    }

    /// <summary>Starts a node, or starts it again, and waits until it is ready.</summary>
    public async Task StartAsync(ServiceProcess node)
    {
        // A talker of a test says in a minute what a person says in a day.
        node.Launch([ServiceProcess.Program, "--urls", node.Address.ToString()], Database, ("DirectLine__PostsPerMinute", "6000"));
        await node.ReadyAsync();
    }

    public (string Name, string? Value) Database => ("ConnectionStrings__WalkBuddy", ConnectionString);

    /// <summary>Both tabs, opened one after the other, each showing the greeting.</summary>
    public async Task OpenAsync()
    {
        await AtOne.OpenAsync();
        await AtOne.UntilAsync(shown => shown.Count > 0);
        await AtOther.OpenAsync();
        await AtOther.UntilAsync(shown => shown.Count > 0);
    }

    /// <summary>A number, asked of the database itself.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        AtOne.Dispose();
        AtOther.Dispose();
        One.Dispose();
        Other.Dispose();
        await _server.DropAsync(_database);
    }
}
