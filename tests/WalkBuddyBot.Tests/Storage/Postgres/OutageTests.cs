using System.Diagnostics;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Postgres;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>A server that goes and comes back: nothing that was confirmed is lost, and nobody has to help.</summary>
[NeedsPostgres]
public sealed class OutageTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [StoreFact]
    public async Task A_hundred_killed_connections_lose_nothing_that_was_confirmed()
    {
        var server = await PostgresServer.SharedAsync();
        var name = await server.CreateAsync();
        await using var store = PostgresDatabase.StoreAt(server.To(name));
        await store.OpenAsync(StorageUse.Service, None);
        using var enough = new CancellationTokenSource();

        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => CountAsync(store, "k" + writer, enough.Token))).ToList();
        await server.KillConnectionsAsync(name, times: 100);
        await enough.CancelAsync();
        var confirmed = await Task.WhenAll(writers);

        // What was cut off in the middle of its commit may stand unconfirmed.
        for (var writer = 0; writer < writers.Count; writer++)
        {
            var (written, unsure) = confirmed[writer];
            Assert.True(written > 0);
            Assert.InRange(await ValueAsync(store, "k" + writer), written, written + unsure);
        }
    }

    [StoreFact]
    public async Task A_server_that_stops_is_an_outage_that_shows_and_ends_with_it()
    {
        var server = await PostgresServer.StartAsync(isSafe: true);
        await using var after = server;
        var name = await server.CreateAsync();
        await using var store = PostgresDatabase.StoreAt(server.To(name));
        await store.OpenAsync(StorageUse.Service, None);
        await AddAsync(store, "k");

        await server.StopAsync();
        var red = await store.CheckAsync(None);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => AddAsync(store, "k"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ValueAsync(store, "k"));
        await server.StartAgainAsync();
        var began = Stopwatch.GetTimestamp();
        await AddAsync(store, "k");
        var green = await store.CheckAsync(None);

        Assert.Equal((false, false, "The database does not answer."), (red.Ready, red.Answers, red.Problem));
        Assert.True(green.Ready);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(15));
        Assert.Equal(2, await ValueAsync(store, "k"));
    }

    [StoreFact]
    public async Task A_server_that_stands_still_is_an_outage_within_seconds()
    {
        await using var server = await PostgresServer.StartAsync(isSafe: false);
        var name = await server.CreateAsync();
        await using var store = PostgresDatabase.StoreAt(server.To(name));
        await store.OpenAsync(StorageUse.Service, None);
        await AddAsync(store, "k");

        await server.SignalAsync("STOP");
        var began = Stopwatch.GetTimestamp();
        var red = await store.CheckAsync(None);
        var took = Stopwatch.GetElapsedTime(began);
        await server.SignalAsync("CONT");

        Assert.False(red.Ready);
        Assert.True(took < TimeSpan.FromSeconds(5));
        await AddAsync(store, "k");
    }

    private static async Task<(int Written, int Unsure)> CountAsync(PostgresStore store, string key, CancellationToken enough)
    {
        var (written, unsure) = (0, 0);
        do
        {
            try
            {
                await AddAsync(store, key);
                written++;
            }
            catch (StoreUnavailableException)
            {
                unsure++;
            }
        }
        while (!enough.IsCancellationRequested || written == 0);

        return (written, unsure);
    }

    private static Task<int> AddAsync(PostgresStore store, string key) => store.WriteAsync(
        WorkClass.Chat,
        session => session.Run(
            """
            INSERT INTO setting (key, value) VALUES (@key, '1')
            ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(setting.value AS BIGINT) + 1 AS TEXT)
            """,
            ("@key", key)),
        None);

    private static Task<int> ValueAsync(PostgresStore store, string key) => store.ReadAsync(
        session => (int)session.Number("SELECT CAST(value AS BIGINT) FROM setting WHERE key = @key", ("@key", key))!.Value, None);
}
