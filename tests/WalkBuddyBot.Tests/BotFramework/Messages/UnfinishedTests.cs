using System.Net;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Messages;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary>What was stored and not run to its end is run by the next start or by the sweep, once.</summary>
public sealed class UnfinishedTests
{
    // A guard against a hang, 30 s of looks: what is looked for comes long before.
    private const int MostLooks = 1500;

    [Fact]
    public async Task What_a_killed_process_had_taken_is_run_at_the_next_start_and_its_repeat_gets_that_answer()
    {
        var time = WebChat.NewTime();
        var never = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var first = await Door.OpenAsync(time: time);
        first.Bot.Answer = async _ =>
        {
            began.TrySetResult();
            await never.Task;
            return InboundAnswer.Ok;
        };
        _ = first.PostAsync(Posted.Message()).ContinueWith(lost => lost.Exception, TaskScheduler.Default);
        await began.Task.WaitAsync(WebChat.Guard);

        // Killed: nothing of the first ends, and the second starts over the same stores.
        await using var second = await Door.OpenAsync(stores: first.Stores, time: time);
        using var repeat = await second.PostAsync(Posted.Message());

        Assert.Equal(HttpStatusCode.OK, repeat.StatusCode);
        Assert.Single(second.Bot.Committed);
        Assert.Empty(await second.Stores.UnfinishedAsync("connector", 10, CancellationToken.None));
        never.SetResult();
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_turn_that_failed_is_run_again_by_the_sweep()
    {
        await using var door = await Door.OpenAsync();
        var ended = new TaskCompletionSource();
        door.Bot.Answer = _ => throw new InvalidOperationException("on purpose");
        using var answer = await door.PostAsync(Posted.Message());
        door.Bot.Answer = _ =>
        {
            ended.TrySetResult();
            return Task.FromResult(InboundAnswer.Ok);
        };

        for (var look = 0; look < MostLooks && !ended.Task.IsCompleted; look++)
        {
            door.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(ended.Task, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(2, door.Bot.Handed.Count);
    }

    [Fact]
    public async Task Another_sinks_rows_are_left_alone()
    {
        var time = WebChat.NewTime();
        var stores = new InMemoryStores(NodaTime.Extensions.TimeProviderExtensions.ToClock(time));
        var row = new WalkBuddyBot.BotFramework.Activities.BotActivity
        {
            Type = "message",
            Id = "1",
            ChannelId = "webchat",
            Conversation = new() { Id = "c" },
        };
        await stores.ReceiveAsync(row, "directline", CancellationToken.None);

        await using var door = await Door.OpenAsync(stores: stores, time: time);
        using var answer = await door.PostAsync(Posted.Message(id: "2"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(door.Bot.Handed, activity => activity.Id == "1");
    }

    [Fact]
    public async Task A_turn_that_hangs_is_ended_and_holds_up_its_conversation_no_longer()
    {
        var began = new TaskCompletionSource();
        await using var door = await Door.OpenAsync();
        door.Bot.Before = (activity, end) =>
        {
            door.Bot.Before = (_, _) => Task.CompletedTask;
            began.SetResult();
            return new TaskCompletionSource().Task.WaitAsync(end);
        };
        var hangs = door.PostAsync(Posted.Message(id: "1"));
        await began.Task.WaitAsync(WebChat.Guard);
        var behind = door.PostAsync(Posted.Message(id: "2"));
        while (door.Stores.InboxKeys.Count < 2)
        {
            await Task.Yield();
        }

        door.Time.Advance(TimeSpan.FromSeconds(9));
        using var late = await hangs;
        door.Time.Advance(TimeSpan.FromMinutes(2));
        using var next = await door.PostAsync(Posted.Message(id: "3"));
        door.Time.Advance(TimeSpan.FromMinutes(1));
        using var again = await door.PostAsync(Posted.Message(id: "1"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (next.StatusCode, again.StatusCode));
        Assert.Equal(["1", "2", "3"], door.Bot.Committed.Select(activity => activity.Id).Order());
        (await behind).Dispose();
    }

    [Fact]
    public async Task A_stopping_service_tells_those_who_wait_and_keeps_what_has_not_begun()
    {
        var held = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var door = await Door.OpenAsync();
        door.Bot.Answer = async _ =>
        {
            began.TrySetResult();
            await held.Task;
            return InboundAnswer.Ok;
        };
        var running = door.PostAsync(Posted.Message(id: "1"));
        await began.Task.WaitAsync(WebChat.Guard);
        var waiting = door.PostAsync(Posted.Message(id: "2"));
        while (door.Stores.InboxKeys.Count < 2)
        {
            await Task.Yield();
        }

        var stopping = door.StopAsync();
        using var told = await waiting;
        held.SetResult();
        using var answered = await running;
        await stopping;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (answered.StatusCode, told.StatusCode));
        Assert.Equal("2", Assert.Single(await door.Stores.UnfinishedAsync("connector", 10, CancellationToken.None)).Activity.Id);
        await door.DisposeAsync();
    }

    [Fact]
    public void A_plain_200_needs_no_text_to_be_kept() => Assert.Null(KeptAnswer.Write(InboundAnswer.Ok));

    [Fact]
    public void Replies_of_the_first_version_are_still_read() =>
        Assert.Equal("hi", KeptAnswer.Read("""[{"type":"message","text":"hi"}]""").Replies.Single().Text);
}
