using System.Data.Common;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using WalkBuddyBot.EndToEnd.Faults.Connector;
using WalkBuddyBot.EndToEnd.Faults.Judging;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.EndToEnd.Faults.Fleets;

/// <summary>
/// Several real services on one PostgreSQL, and a connector that outlives them. What is due they know by the database's clock, as in
/// production; each has a wall clock of its own, which the test may set wrong.
/// </summary>
internal sealed class Fleet : IFaultDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly PostgresServer _server;
    private readonly string _database;
    private readonly SteeredClock _clock;

    private Fleet(PostgresServer server, string database, IReadOnlyList<Node> nodes, SteeredClock clock, ConnectorProcess connector) =>
        (_server, _database, Nodes, _clock, Connector) = (server, database, nodes, clock, connector);

    public IReadOnlyList<Node> Nodes { get; }

    public ConnectorProcess Connector { get; }

    public string ConnectionString => _server.To(_database);

    /// <summary>The time as it is.</summary>
    public Instant Now => _clock.ToClock().GetCurrentInstant();

    /// <summary>The minute that has begun: what was due then is due as soon as somebody looks.</summary>
    public Instant ThisMinute => Instant.FromUnixTimeSeconds(Now.ToUnixTimeSeconds() / 60 * 60);

    public static async Task<Fleet> BeginAsync(int nodes)
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateAsync();
        List<Node> fleet = [.. Enumerable.Range(0, nodes).Select(_ => new Node(server.To(database)))];
        var clockFile = Path.Combine(fleet[0].Service.Folder, "right");
        var clock = new SteeredClock(clockFile);
        return new(server, database, fleet, clock, await ConnectorProcess.StartAsync(fleet[0].Service.Folder, clockFile));
    }

    /// <summary>The same crowd, but others than those of the crowds before it.</summary>
    public static IReadOnlyList<SeededPerson> Others(IEnumerable<SeededPerson> crowd, int first = 50_000) =>
        [.. crowd.Select(person => person with { Number = first + person.Number })];

    /// <summary>Seeds people as if a while ago, so that their minute may be one that has begun.</summary>
    public async Task SeedAsync(IEnumerable<SeededPerson> people)
    {
        using var past = new SteeredClock(Path.Combine(Nodes[0].Service.Folder, "past")) { Ahead = TimeSpan.FromMinutes(-10) };
        await Seeder.SeedAsync(this, people, Connector.Address, past);
    }

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Waits until every one that is due has its row, and nothing is to become of any row any more.</summary>
    public async Task SettledAsync(int rows)
    {
        IReadOnlyList<OutboxRow> seen = [];
        await Until.TrueAsync(
            async () => (seen = await OutboxRow.ReadAsync(this)).Count >= rows && !seen.Any(row => row.IsOpen),
            Patience,
            () => $"Of {rows} only {seen.Count(row => !row.IsOpen)} were settled, of {seen.Count}. The nodes said:\n"
                + string.Join("\n--\n", Nodes.Select(node => node.Service.Said)));
    }

    /// <param name="due">What was due.</param>
    /// <param name="grace">How late it may be.</param>
    public async Task<Judgement> JudgeAsync(IReadOnlyCollection<Expected> due, Duration? grace = null) => Oracle.Judge(
        due,
        await Connector.CallsAsync(),
        await WebLine.ReadAsync(this),
        await OutboxRow.ReadAsync(this),
        grace ?? Drill.Grace);

    public async ValueTask DisposeAsync()
    {
        Connector.Dispose();
        _clock.Dispose();
        foreach (var node in Nodes)
        {
            node.Dispose();
        }

        await _server.DropAsync(_database);
    }
}
