using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>The stream: replay and live without gap or double, and sockets that misbehave.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Replay_and_live_have_no_gap_and_no_double_while_much_is_said_at_once()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var to = To(visitor);
        using var ahead = new SemaphoreSlim(50);
        var saying = Task.WhenAll(Enumerable.Range(0, 4).Select(async speaker =>
        {
            for (var number = 0; number < 100; number++)
            {
                await ahead.WaitAsync();
                await chat.Sink.SendAsync(to, Message($"{speaker}-{number}"), $"out-{speaker}-{number}", CancellationToken.None);
            }
        }));

        // Pages open in the midst of it, each from where the one before had come to.
        var shown = new List<string>();
        var watermark = "0";
        while (shown.Count < 401)
        {
            await visitor.ResumeAsync(watermark);
            using var page = await visitor.OpenAsync();
            for (var most = Math.Min(60, 401 - shown.Count); most > 0; most--)
            {
                shown.Add((await page.NextAsync()).GetProperty("id").GetString()!);
                ahead.Release();
            }

            watermark = int.Parse(shown[^1].Split('|')[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
            page.Socket.Abort();
        }

        await saying;
        Assert.Equal(Enumerable.Range(1, 401).Select(number => $"{visitor.Conversation}|{number:0000000}"), shown);
    }

    [Fact]
    public async Task What_was_said_while_the_socket_was_dead_is_shown_once_on_the_next()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();
        var watermark = page.Watermark;
        page.Socket.Abort();

        await chat.Sink.SendAsync(To(visitor), Message("a nudge"), "n1", CancellationToken.None);
        await chat.Sink.SendAsync(To(visitor), Message("a nudge"), "n1", CancellationToken.None);
        await visitor.ResumeAsync(watermark);
        using var again = await visitor.OpenAsync();
        await chat.Sink.SendAsync(To(visitor), Message("live"), "n2", CancellationToken.None);

        Assert.Equal(["a nudge", "live"], (await again.NextAsync(2)).Select(activity => activity.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Two_tabs_both_see_everything()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var one = await visitor.OpenAsync();
        using var two = await visitor.OpenAsync();

        await visitor.SayAsync("hi");

        foreach (var page in new[] { one, two })
        {
            Assert.Equal(["Hello.", "hi", "You said: hi"],
                (await page.NextAsync(3)).Select(activity => activity.GetProperty("text").GetString()));
        }
    }

    [Fact]
    public async Task A_card_drawn_anew_is_shown_under_its_old_id()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();
        var sent = Assert.IsType<SinkOutcome.Accepted>(await chat.Sink.SendAsync(To(visitor), Message("asked"), "n1",
            CancellationToken.None));
        await page.NextAsync();

        var updated = await chat.Sink.UpdateAsync(To(visitor), Message("answered"), "n1", sent.ActivityId, "n1-fold",
            CancellationToken.None);

        var shown = await page.NextAsync();
        Assert.Equal(("answered", sent.ActivityId), (shown.GetProperty("text").GetString(), shown.GetProperty("id").GetString()));
        Assert.Equal(sent, updated);
        Assert.Equal("3", page.Watermark);
        Assert.Equal(["Hello.", "answered"],
            (await visitor.PollAsync()).Activities.Select(activity => activity.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_long_history_comes_in_frames_that_clients_take_and_only_its_newest_part()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        for (var number = 1; number <= 250; number++)
        {
            await chat.Sink.SendAsync(To(visitor), Message($"{number} " + new string('x', 5000)), $"n{number}", CancellationToken.None);
        }

        await visitor.ResumeAsync("0");
        using var page = await visitor.OpenAsync();
        var shown = await page.NextAsync(200);

        Assert.Equal(Enumerable.Range(51, 200), shown.Select(activity => int.Parse(activity.GetProperty("text").GetString()!.Split(' ')[0],
            CultureInfo.InvariantCulture)));
        Assert.InRange(page.LargestFrame, 100_000, 256 * 1024);
        Assert.Equal("251", page.Watermark);
    }

    [Fact]
    public async Task Keep_alive_frames_are_ignored_and_one_over_4_KB_ends_the_stream()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await page.Socket.SendAsync(Encoding.UTF8.GetBytes("{\"any\":1}"), WebSocketMessageType.Text, endOfMessage: true,
            CancellationToken.None);
        Assert.Equal("Hello.", await page.NextTextAsync());
        await visitor.SayAsync("still here");
        Assert.Equal("still here", await page.NextTextAsync());

        await page.Socket.SendAsync(new byte[5000], WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await page.ClosedAsync());
    }

    [Fact]
    public async Task A_page_that_leaves_is_no_longer_open()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        Assert.False(chat.Pages.AnyOpen(visitor.Conversation));
        using var page = await visitor.OpenAsync();
        await page.NextAsync();
        Assert.True(chat.Pages.AnyOpen(visitor.Conversation));

        // The service answers a farewell only after it has let the page go.
        await page.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

        Assert.False(chat.Pages.AnyOpen(visitor.Conversation));
    }

    [Fact]
    public async Task One_page_too_many_is_refused_and_has_room_once_another_left()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:SocketsPerConversation", "2"));
        var visitor = await chat.GreetedAsync();
        using var one = await visitor.OpenAsync();
        using var two = await visitor.OpenAsync();
        await one.NextAsync();
        await two.NextAsync();

        var refused = await Assert.ThrowsAsync<PageSocket.RefusedException>(visitor.OpenAsync);
        await one.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        using var three = await visitor.OpenAsync();

        Assert.Equal(429, refused.Status);
        Assert.Equal("Hello.", await three.NextTextAsync());
    }

    [Fact]
    public async Task When_the_house_is_full_one_more_page_is_refused_and_has_room_once_another_left()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:Sockets", "2"));
        var (early, late) = (await chat.GreetedAsync(), await chat.GreetedAsync());
        using var one = await early.OpenAsync();
        using var two = await early.OpenAsync();
        await one.NextAsync();
        await two.NextAsync();

        var refused = await Assert.ThrowsAsync<PageSocket.RefusedException>(late.OpenAsync);
        await one.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        using var three = await late.OpenAsync();

        Assert.Equal(503, refused.Status);
        Assert.Equal("Hello.", await three.NextTextAsync());
    }

    [Fact]
    public async Task A_page_that_floods_its_stream_is_closed_and_another_is_not()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var calm = await visitor.OpenAsync();
        using var loud = await visitor.OpenAsync();
        await calm.NextAsync();

        for (var frame = 0; frame < 61; frame++)
        {
            await loud.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await loud.ClosedAsync());
        await visitor.SayAsync("still here");
        Assert.Equal("still here", await calm.NextTextAsync());
    }

    [Fact]
    public async Task When_the_service_stops_pages_are_told_to_come_back_and_the_next_process_goes_on()
    {
        var time = WebChat.NewTime();
        var first = await WebChat.StartAsync(time: time);
        var visitor = await first.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();
        var closed = page.ClosedAsync();

        await first.App.StopAsync();
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await closed);
        await first.DisposeAsync();

        await using var second = await WebChat.StartAsync(first.Stores, time);
        var resumed = second.Visitor(visitor.Cookies);
        await resumed.GenerateAsync();
        await resumed.ResumeAsync(page.Watermark);
        using var again = await resumed.OpenAsync();
        await resumed.SayAsync("back");
        Assert.Equal("back", await again.NextTextAsync());
    }

    [Fact]
    public async Task A_page_that_takes_nothing_is_closed_and_others_are_not_held_up()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var quick = await visitor.OpenAsync();
        using var slow = await visitor.OpenAsync();
        await quick.NextAsync();
        var big = new string('x', 100_000);

        // More than the sockets' buffers hold on both sides.
        for (var number = 0; number < 300; number++)
        {
            await chat.Sink.SendAsync(To(visitor), Message(big), $"n{number}", CancellationToken.None);
            await quick.NextAsync();
        }

        chat.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Null(await slow.ClosedAsync());
    }

    [Fact]
    public async Task A_stream_is_opened_as_a_WebSocket_only()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var answer = await visitor.SendAsync(HttpMethod.Get, new Uri(visitor.StreamUrl).PathAndQuery["/v3/directline".Length..]);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    internal static BotActivity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };

    internal static ConversationReference To(Visitor visitor) => new()
    {
        Sink = "directline",
        ChannelId = "webchat",
        Conversation = new ConversationAccount { Id = visitor.Conversation },
    };
}
