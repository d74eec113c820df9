using Microsoft.Extensions.Time.Testing;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage.Postgres;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>What is told to the other nodes: at once where it is quiet, gathered where much happens.</summary>
public sealed class BellQueueTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task The_first_ring_is_taken_at_once()
    {
        var queue = new BellQueue(_time);

        queue.Ring("a");

        Assert.Equal([new Rung("a")], await queue.TakeAsync(CancellationToken.None).WaitAsync(Guard));
    }

    [Fact]
    public async Task What_follows_is_gathered_for_20_milliseconds_each_conversation_once()
    {
        var queue = new BellQueue(_time);
        queue.Ring("a");
        await queue.TakeAsync(CancellationToken.None);
        queue.Ring("b");
        var next = queue.TakeAsync(CancellationToken.None);
        queue.Ring("c");
        _time.Advance(TimeSpan.FromMilliseconds(19));
        queue.Ring("b");
        var early = next.IsCompleted;

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(early);
        Assert.Equal(["b", "c"], (await next.WaitAsync(Guard)).Select(rung => rung.Conversation).Order());
    }

    [Fact]
    public async Task With_nothing_rung_nothing_is_taken()
    {
        var queue = new BellQueue(_time);
        queue.Ring("a");
        queue.Ring("b");
        await queue.TakeAsync(CancellationToken.None);

        var next = queue.TakeAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(next.IsCompleted);
        queue.Ring("c");
        Assert.Equal([new Rung("c")], await next.WaitAsync(Guard));
    }

    [Fact]
    public async Task What_could_not_be_told_is_told_later()
    {
        var queue = new BellQueue(_time);
        var typing = new BotActivity { Type = ActivityTypes.Typing };
        queue.Pass("a", typing);
        queue.Ring("b");
        var taken = await queue.TakeAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMilliseconds(20));

        queue.Return(taken);

        Assert.Equal([new Rung("a", typing), new Rung("b")], await queue.TakeAsync(CancellationToken.None).WaitAsync(Guard));
    }

    [Fact]
    public async Task While_nobody_can_be_told_only_so_much_is_kept()
    {
        var queue = new BellQueue(_time);

        for (var i = 0; i < 20_000; i++)
        {
            queue.Ring($"{i}");
            queue.Pass($"{i}", new() { Type = ActivityTypes.Typing });
        }

        Assert.Equal(10_256, (await queue.TakeAsync(CancellationToken.None).WaitAsync(Guard)).Count);
    }
}
