using System.Net;
using WalkBuddyBot.BotFramework;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>The store cannot be reached: said plainly, nothing half done, and an emergency is answered all the same.</summary>
public sealed class StoreAwayTests
{
    [Fact]
    public async Task Every_call_says_503_and_when_to_try_again()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Stores.Away = true;

        using var generate = await visitor.SendAsync(HttpMethod.Post, "/tokens/generate");
        using var begin = await visitor.SendAsync(HttpMethod.Post, "/conversations");
        using var resume = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}");
        using var poll = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}/activities");
        using var post = await visitor.PostAsync("""{"type":"message","text":"hi"}""");

        Assert.All([generate, begin, resume, poll, post], answer =>
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta);
        });
    }

    [Fact]
    public async Task A_store_that_hangs_is_said_to_be_away_within_ten_seconds()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var hanging = chat.Stores.Hanging = new TaskCompletionSource();

        var asked = visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}/activities");
        await hanging.Task.WaitAsync(WebChat.Guard);
        chat.Time.Advance(TimeSpan.FromSeconds(9));

        using var answer = await asked.WaitAsync(WebChat.Guard);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task An_emergency_is_answered_on_the_open_page_unstored()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();
        chat.Bot.Urgent = _ => new InboundAnswer(200, Body: null, [StreamTests.Message("Call now.")]);
        chat.Stores.Away = true;

        var id = await visitor.SayAsync("my chest hurts", clientId: "c1");

        var echo = await page.NextAsync();
        Assert.Equal((id, "c1"), (echo.GetProperty("id").GetString(),
            echo.GetProperty("channelData").GetProperty("clientActivityID").GetString()));
        var reply = await page.NextAsync();
        Assert.Equal(("Call now.", "bot"), (reply.GetProperty("text").GetString(),
            reply.GetProperty("from").GetProperty("role").GetString()));
        Assert.NotEqual(id, reply.GetProperty("id").GetString());
        var asked = chat.Bot.Handed.Last();
        Assert.Equal(("expectReplies", id, visitor.Conversation), (asked.DeliveryMode, asked.Id, asked.Conversation!.Id));
        chat.Stores.Away = false;
        Assert.Single(chat.Stores.Stored(visitor.Conversation));
    }

    [Fact]
    public async Task With_no_page_to_show_it_on_nothing_is_claimed_to_be_said()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Bot.Urgent = _ => new InboundAnswer(200, Body: null, [StreamTests.Message("Call now.")]);
        chat.Stores.Away = true;

        using var answer = await visitor.PostAsync("""{"type":"message","text":"my chest hurts"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task An_emergency_whose_turn_cannot_be_stored_is_answered_on_the_open_page_once_and_run_again()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();
        chat.Bot.Unstored = activity =>
            activity.Text == "my chest hurts" && chat.Bot.Handed.Count(handed => handed.Text == activity.Text) <= 3
            ? new InboundAnswer(200, Body: null, [StreamTests.Message("Call now.")])
            : null;

        // Turns of a conversation run in order, so that with the end of another one the failure of the one before is noted.
        string? ended = await SayAsync("my chest hurts", "word 0");
        for (var word = 1; ended != "my chest hurts" && word < 50; word++)
        {
            for (var sweep = 0; sweep < 20; sweep++)
            {
                chat.Time.Advance(TimeSpan.FromSeconds(10));
            }

            ended = await SayAsync($"word {word}");
        }

        var shown = new List<string?>();
        while (shown is not [.., "You said: my chest hurts"])
        {
            shown.Add(await page.NextTextAsync());
        }

        Assert.Single(shown, "Call now.");
        Assert.Equal(4, chat.Bot.Handed.Count(activity => activity.Text == "my chest hurts"));

        async Task<string?> SayAsync(params string[] texts)
        {
            foreach (var text in texts)
            {
                await visitor.SayAsync(text);
            }

            return (await chat.Bot.EndedAsync()).Text;
        }
    }

    [Fact]
    public async Task A_stream_stays_open_and_catches_up_by_itself()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();

        // Stored, but the page's reading fails: typing shows that its turn to read has come and gone.
        await chat.Stores.AppendAsync(visitor.Conversation, StreamTests.Message("missed"), "n1", shown: false, CancellationToken.None);
        chat.Stores.Away = true;
        chat.Bot.Urgent = _ => new InboundAnswer(200, Body: null, [StreamTests.Message("one")]);
        await visitor.SayAsync("x");
        Assert.Equal("x", await page.NextTextAsync());
        Assert.Equal("one", await page.NextTextAsync());
        chat.Stores.Away = false;
        chat.Time.Advance(TimeSpan.FromSeconds(1));
        chat.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("missed", await page.NextTextAsync());
    }

    [Fact]
    public async Task The_sink_asks_for_patience_and_knows_a_conversation_that_is_gone()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var to = StreamTests.To(visitor);
        chat.Stores.Away = true;
        var away = await chat.Sink.SendAsync(to, StreamTests.Message("x"), "n1", CancellationToken.None);
        chat.Stores.Away = false;

        var sent = await chat.Sink.SendAsync(to, StreamTests.Message("x"), "n1", CancellationToken.None);
        var repeated = await chat.Sink.SendAsync(to, StreamTests.Message("x"), "n1", CancellationToken.None);
        var trimmed = await chat.Sink.UpdateAsync(to, StreamTests.Message("y"), "unknown", null, "n2", CancellationToken.None);
        chat.Stores.Erase(visitor.Conversation);
        var gone = await chat.Sink.SendAsync(to, StreamTests.Message("x"), "n3", CancellationToken.None);
        var updateGone = await chat.Sink.UpdateAsync(to, StreamTests.Message("y"), "n1", null, "n4", CancellationToken.None);

        Assert.IsType<SinkOutcome.Later>(away);
        Assert.Equal(new SinkOutcome.Accepted($"{visitor.Conversation}|0000002"), sent);
        Assert.Equal(sent, repeated);
        Assert.IsType<SinkOutcome.Refused>(trimmed);
        Assert.IsType<SinkOutcome.Gone>(gone);
        Assert.IsType<SinkOutcome.Gone>(updateGone);
        Assert.Equal("directline", chat.Sink.Name);
    }
}
