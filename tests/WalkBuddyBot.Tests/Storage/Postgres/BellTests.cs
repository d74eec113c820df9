using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage.Postgres;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>The bell between nodes on a real server.</summary>
[NeedsPostgres]
public sealed class BellTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];
    private readonly PostgresDatabase _database = new();

    public Task InitializeAsync() => _database.CreateAsync(isEmpty: true);

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _database.DisposeAfterAsync(Task.WhenAll(_running).WaitAsync(Guard));
    }

    public void Dispose() => _end.Dispose();

    [StoreFact]
    public async Task What_one_node_rings_the_others_hear_and_it_does_not_hear_itself()
    {
        var (one, heardByOne) = Start("one");
        var (two, heardByTwo) = Start("two");
        await UntilHeardAsync(one, heardByTwo, "first");
        await UntilHeardAsync(two, heardByOne, "second");

        one.Pass("third", new() { Type = "typing" });
        await UntilAsync(() => heardByTwo.Any(rung => rung.Passing?.Type == "typing"));

        Assert.DoesNotContain(heardByOne, rung => rung.Conversation is "first" or "third");
        Assert.DoesNotContain(heardByTwo, rung => rung.Conversation == "second");
    }

    [StoreFact]
    public async Task A_thousand_conversations_at_once_are_all_heard()
    {
        var (one, _) = Start("one");
        var (_, heard) = Start("two");
        await UntilHeardAsync(one, heard, "first");

        for (var i = 0; i < 1000; i++)
        {
            one.Ring($"{i:x32}");
        }

        await UntilAsync(() => heard.Select(rung => rung.Conversation).Distinct().Count() == 1001);
    }

    [StoreFact]
    public async Task Connections_that_are_cut_are_made_again()
    {
        var (one, _) = Start("one");
        var (_, heard) = Start("two");
        await UntilHeardAsync(one, heard, "before");

        var server = await PostgresServer.SharedAsync();
        await server.ExecuteAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_database.Name}'");

        await UntilHeardAsync(one, heard, "after");
    }

    private (Bell Bell, ConcurrentQueue<Rung> Heard) Start(string owner)
    {
        var bell = new Bell(_database.ConnectionString, owner, TimeProvider.System, NullLogger<Bell>.Instance);
        var heard = new ConcurrentQueue<Rung>();
        _running.Add(bell.RunAsync(heard.Enqueue, _end.Token));
        return (bell, heard);
    }

    // Nobody says when a bell listens; so it is rung until it is heard.
    private static Task UntilHeardAsync(Bell bell, ConcurrentQueue<Rung> heard, string conversation) => UntilAsync(() =>
    {
        bell.Ring(conversation);
        return heard.Any(rung => rung.Conversation == conversation);
    });

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, guard.Token);
        }
    }
}
