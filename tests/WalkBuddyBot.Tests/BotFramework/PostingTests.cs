using System.Globalization;
using System.Net;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>What a page posts, what is made of it, and its echo.</summary>
public sealed class PostingTests
{
    [Fact]
    public async Task The_echo_has_the_id_of_the_answer_and_the_clients_own_id()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();

        var id = await visitor.SayAsync("Why does walking help?", clientId: "6zxir9w8rj4");

        var echo = await page.NextAsync();
        Assert.Equal(id, echo.GetProperty("id").GetString());
        Assert.Equal("6zxir9w8rj4", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("user", echo.GetProperty("from").GetProperty("role").GetString());
        Assert.Matches(@"^[0-9a-f]{32}\|0000002$", id);
        var reply = await page.NextAsync();
        Assert.Equal("You said: Why does walking help?", reply.GetProperty("text").GetString());
        Assert.Equal("bot", reply.GetProperty("from").GetProperty("role").GetString());
        Assert.Equal(id, reply.GetProperty("replyToId").GetString());
        Assert.True(string.CompareOrdinal(reply.GetProperty("timestamp").GetString(), echo.GetProperty("timestamp").GetString()) > 0);
    }

    [Fact]
    public async Task Who_it_is_from_and_where_it_belongs_is_never_the_clients_word()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var answer = await visitor.PostAsync("""
            {"type":"message","text":" hi ","id":"mine","timestamp":"1999-01-01T00:00:00Z","channelId":"msteams","serviceUrl":"https://evil.example",
             "from":{"id":"dl_other","role":"bot","name":"Ann","aadObjectId":"x"},"conversation":{"id":"other","tenantId":"t"},"recipient":{"id":"other"},
             "replyToId":"other","deliveryMode":"expectReplies","speak":"boo","inputHint":"x","summary":"s","attachments":[],"entities":[{"type":"x"}],
             "suggestedActions":{"actions":[]},"membersAdded":[{"id":"x"}],"textFormat":"markdown","unknown":{"deep":1},"locale":"en-US",
             "localTimezone":"Europe/Paris","localTimestamp":"2026-11-23T14:51:02.168+01:00",
             "channelData":{"clientActivityID":"c1","postBack":true,"messageBack":{"displayText":"d"},"tenant":{"id":"t"},"webchat:sequence-id":1}}
            """);
        var handed = await chat.Bot.EndedAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var user = chat.Stores.Conversations.Single().UserId;
        Assert.Equal((user, "user", "Ann"), (handed.From!.Id, handed.From.Role, handed.From.Name));
        Assert.Null(handed.From.More);
        Assert.Equal((visitor.Conversation, "webchat", null, "walkbuddybot"), (handed.Conversation!.Id, handed.ChannelId, handed.ServiceUrl, handed.Recipient!.Id));
        Assert.Null(handed.Conversation.TenantId);
        Assert.Equal($"{visitor.Conversation}|0000002", handed.Id);
        Assert.StartsWith("2026-11-23T09:00", handed.Timestamp, StringComparison.Ordinal);
        Assert.Equal(("hi", "plain", "en-US", "Europe/Paris", "2026-11-23T14:51:02.168+01:00"),
            (handed.Text, handed.TextFormat, handed.Locale, handed.LocalTimezone, handed.LocalTimestamp));
        Assert.Equal("""{"clientActivityID":"c1","postBack":true,"messageBack":{"displayText":"d"}}""", handed.ChannelData!.Value.GetRawText());
        Assert.Null(handed.ReplyToId ?? handed.DeliveryMode ?? handed.Speak ?? handed.InputHint ?? handed.Summary);
        Assert.Null(handed.More);
        Assert.Null(handed.Attachments);
        Assert.Null(handed.SuggestedActions);
        Assert.Null(handed.MembersAdded);
        Assert.Null(handed.Entities);
    }

    [Fact]
    public async Task A_pressed_button_keeps_what_it_carries()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var answer = await visitor.PostAsync("""{"type":"message","value":{"verb":"walked","about":"n1"},"channelData":{"postBack":true}}""");
        var handed = await chat.Bot.EndedAsync();

        Assert.Equal("walked", handed.Value!.Value.GetProperty("verb").GetString());
        var kept = (await visitor.PollAsync()).Activities[1];
        Assert.True(kept.GetProperty("channelData").GetProperty("postBack").GetBoolean());
    }

    [Fact]
    public async Task The_same_message_sent_again_is_one_message_and_one_turn()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        var ids = new[] { await visitor.SayAsync("hi", "c1"), await visitor.SayAsync("hi", "c1"), await visitor.SayAsync("hi", "c1") };
        await visitor.SayAsync("last", "c2");
        while ((await chat.Bot.EndedAsync()).Text != "last")
        {
        }

        Assert.Single(ids.Distinct());
        Assert.Single(chat.Bot.Handed, activity => activity.Text == "hi");
    }

    [Fact]
    public async Task Messages_posted_at_once_get_rising_ids_and_times_and_are_all_answered()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => visitor.SayAsync($"m{number}", $"c{number}")));
        for (var turn = 0; turn < 40; turn++)
        {
            await chat.Bot.EndedAsync();
        }

        var (activities, watermark) = await visitor.PollAsync();
        Assert.Equal(40, ids.Distinct().Count());
        Assert.Equal(81, activities.Count);
        Assert.Equal("81", watermark);
        var times = activities.Select(activity => activity.GetProperty("timestamp").GetString()!).ToList();
        Assert.Equal(times.Distinct().Order(StringComparer.Ordinal), times);
        Assert.Equal(activities.Select((_, index) => $"{visitor.Conversation}|{index + 1:0000000}"), activities.Select(activity => activity.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("""{"type":"typing","channelData":{"clientActivityID":"c9"}}""", "typing")]
    [InlineData("""{"type":"event","name":"webchat/join","value":{"language":"en"},"channelData":{"clientActivityID":"c9"}}""", "event")]
    public async Task Typing_and_joining_reach_both_tabs_and_are_neither_kept_nor_run(string posted, string type)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var one = await visitor.OpenAsync();
        using var two = await visitor.OpenAsync();
        await one.NextAsync();
        await two.NextAsync();
        var watermark = one.Watermark;

        using var answer = await visitor.PostAsync(posted);

        var id = (await Visitor.BodyAsync(answer)).GetProperty("id").GetString();
        foreach (var page in new[] { one, two })
        {
            var echo = await page.NextAsync();
            Assert.Equal((type, id), (echo.GetProperty("type").GetString(), echo.GetProperty("id").GetString()));
            Assert.Equal("c9", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
            Assert.Equal(watermark, page.Watermark);
        }

        Assert.Single(chat.Stores.Stored(visitor.Conversation));
        Assert.Single(chat.Bot.Handed);
    }

    [Fact]
    public async Task A_long_body_that_is_allowed_arrives_whole()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var text = string.Create(CultureInfo.InvariantCulture, $"{new string('é', 3998)}{"!?"}");

        await visitor.SayAsync(text);

        Assert.Equal(text, (await chat.Bot.EndedAsync()).Text);
    }

    [Fact]
    public async Task What_a_person_typed_and_what_opens_a_conversation_never_reach_the_log()
    {
        var log = new SpokenLog();
        await using var chat = await WebChat.StartAsync(logging: logging => log.AddTo(logging));
        chat.Bot.Before = activity =>
            activity.Text == "sentinel words" ? throw new InvalidOperationException("on purpose") : Task.CompletedTask;
        var visitor = await chat.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();

        await visitor.SayAsync("sentinel words");
        await page.NextAsync();
        await visitor.SayAsync("other words");
        await chat.Bot.EndedAsync();
        using var refused = await visitor.SendAsync(HttpMethod.Get, "/conversations/other", token: visitor.Token);

        Assert.Contains(log.Lines, line => line.Contains("did not end", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("sentinel", StringComparison.Ordinal) || line.Contains(visitor.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(visitor.StreamUrl.Split("?t=")[1], StringComparison.Ordinal));
    }
}
