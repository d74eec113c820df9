using System.Collections.Concurrent;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Running the bot after the answer: in order, side by side, and never forgotten.</summary>
public sealed class TurnTests
{
    [Fact]
    public async Task A_post_is_answered_before_its_turn_ends()
    {
        var held = new TaskCompletionSource();
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Bot.Before = _ => held.Task;
        using var page = await visitor.OpenAsync();
        await page.NextAsync();

        await visitor.SayAsync("hi");

        Assert.Equal("hi", await page.NextTextAsync());
        held.SetResult();
        Assert.Equal("You said: hi", await page.NextTextAsync());
    }

    [Fact]
    public async Task Turns_of_one_conversation_run_in_order_and_those_of_another_do_not_wait_for_them()
    {
        var held = new TaskCompletionSource();
        await using var chat = await WebChat.StartAsync();
        var one = await chat.GreetedAsync();
        var two = await chat.GreetedAsync();
        var running = new ConcurrentDictionary<string, int>();
        var most = 0;
        chat.Bot.Before = async activity =>
        {
            var at = running.AddOrUpdate(activity.Conversation!.Id!, 1, (_, count) => count + 1);
            most = Math.Max(most, at);
            if (activity.Text == "m0")
            {
                await held.Task;
            }

            running.AddOrUpdate(activity.Conversation!.Id!, 0, (_, count) => count - 1);
        };

        for (var number = 0; number < 10; number++)
        {
            await one.SayAsync($"m{number}");
        }

        await two.SayAsync("other");
        Assert.Equal("other", (await chat.Bot.EndedAsync()).Text);
        held.SetResult();
        var ended = new List<string?>();
        while (ended.Count < 10)
        {
            ended.Add((await chat.Bot.EndedAsync()).Text);
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"m{number}"), ended);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task What_a_killed_process_had_taken_is_run_once_at_the_next_start()
    {
        var time = WebChat.NewTime();
        var never = new TaskCompletionSource();
        var first = await WebChat.StartAsync(time: time);
        var visitor = await first.GreetedAsync();
        first.Bot.Before = _ => never.Task;
        await visitor.SayAsync("one");
        await visitor.SayAsync("two");

        // Killed: nothing of the first ends, and the second starts over the same stores.
        await using var second = await WebChat.StartAsync(first.Stores, time);
        List<string?> ended = [(await second.Bot.EndedAsync()).Text, (await second.Bot.EndedAsync()).Text];
        var reopened = second.Visitor(visitor.Cookies);
        await reopened.GenerateAsync();

        Assert.Equal<string?>(["one", "two"], ended);
        Assert.Equal(["Hello.", "one", "two", "You said: one", "You said: two"],
            (await reopened.PollAsync()).Activities.Select(activity => activity.GetProperty("text").GetString()));
        time.Advance(TimeSpan.FromMinutes(2));
        await reopened.SayAsync("three");
        await second.Bot.EndedAsync();
        Assert.Equal(3, second.Bot.Handed.Count);
        never.SetResult();
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_turn_that_failed_is_run_again_by_the_sweep()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var failed = new TaskCompletionSource();
        chat.Bot.Before = _ =>
        {
            chat.Bot.Before = _ => Task.CompletedTask;
            failed.SetResult();
            throw new InvalidOperationException("on purpose");
        };
        await visitor.SayAsync("hi");
        await failed.Task.WaitAsync(WebChat.Guard);
        await visitor.SayAsync("later");
        Assert.Equal("later", (await chat.Bot.EndedAsync()).Text);

        for (var sweep = 0; sweep < 4; sweep++)
        {
            chat.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal("hi", (await chat.Bot.EndedAsync()).Text);
        Assert.Equal(2, chat.Bot.Handed.Count(activity => activity.Text == "hi"));
    }

    [Fact]
    public async Task A_turn_that_runs_long_is_not_run_a_second_time_beside_itself()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var held = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        chat.Bot.Before = activity =>
        {
            began.TrySetResult();
            return activity.Text == "long" ? held.Task : Task.CompletedTask;
        };
        await visitor.SayAsync("long");
        await began.Task.WaitAsync(WebChat.Guard);

        for (var sweep = 0; sweep < 12; sweep++)
        {
            chat.Time.Advance(TimeSpan.FromSeconds(10));
        }

        held.SetResult();
        await chat.Bot.EndedAsync();
        await visitor.SayAsync("next");
        await chat.Bot.EndedAsync();
        Assert.Single(chat.Bot.Handed, activity => activity.Text == "long");
    }

    [Fact]
    public async Task A_stopping_service_ends_what_runs_and_leaves_the_rest_in_the_inbox()
    {
        var time = WebChat.NewTime();
        var held = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var first = await WebChat.StartAsync(time: time);
        var visitor = await first.GreetedAsync();
        first.Bot.Before = _ =>
        {
            began.TrySetResult();
            return held.Task;
        };
        await visitor.SayAsync("one");
        await visitor.SayAsync("two");
        await began.Task.WaitAsync(WebChat.Guard);

        first.App.Lifetime.ApplicationStopping.Register(held.SetResult);
        await first.App.StopAsync();
        await first.DisposeAsync();
        Assert.Equal<string?>(["one"], first.Bot.Handed.Where(activity => activity.Text is not null).Select(activity => activity.Text));

        await using var second = await WebChat.StartAsync(first.Stores, time);
        Assert.Equal("two", (await second.Bot.EndedAsync()).Text);
        Assert.Single(second.Bot.Handed);
    }

    [Fact]
    public async Task A_greeting_that_was_cut_off_comes_with_the_next_load()
    {
        var time = WebChat.NewTime();
        await using var chat = await WebChat.StartAsync(time: time);
        var visitor = chat.Visitor();
        await visitor.GenerateAsync();
        var user = System.Text.Json.JsonDocument.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(visitor.Token.Split('.')[1]))
            .RootElement.GetProperty("user").GetString()!;
        await chat.Stores.CreateAsync(new(visitor.Conversation, user, default, default), CancellationToken.None);

        await visitor.BeginAsync();

        await chat.Bot.EndedAsync();
        Assert.Equal($"webchat|{visitor.Conversation}|joined", Assert.Single(chat.Stores.InboxKeys));
    }
}
