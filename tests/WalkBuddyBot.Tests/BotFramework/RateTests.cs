using System.Globalization;
using System.Net;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Who calls too fast is told when to come back, and nobody else notices.</summary>
public sealed class RateTests
{
    private const string Hi = """{"type":"message","text":"hi"}""";

    [Fact]
    public async Task A_flood_of_posts_is_refused_and_neither_its_own_reading_nor_another_visitor_is()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:PostsPerMinute", "30"));
        var flooder = await chat.GreetedAsync();
        var other = await chat.GreetedAsync();

        var answers = await StatusesAsync(40, () => flooder.PostAsync(Hi));
        using var refused = await flooder.PostAsync(Hi);
        await other.SayAsync("hello");
        var kept = chat.Stores.Stored(flooder.Conversation).Count(stored => stored.Activity.Text == "hi");

        Assert.Equal([(HttpStatusCode.OK, 30), (HttpStatusCode.TooManyRequests, 10)], answers);
        Assert.Equal(2, AssertTooFast(refused));
        Assert.Equal("TooManyRequests", await Visitor.ErrorAsync(refused));
        Assert.Equal(30, kept);
        Assert.NotEmpty((await flooder.PollAsync()).Activities);
    }

    [Fact]
    public async Task Whoever_waits_as_told_may_post_again()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:PostsPerMinute", "30"));
        var visitor = await chat.GreetedAsync();
        await StatusesAsync(30, () => visitor.PostAsync(Hi));
        using var refused = await visitor.PostAsync(Hi);

        chat.Time.Advance(TimeSpan.FromSeconds(AssertTooFast(refused)));

        Assert.Equal([(HttpStatusCode.OK, 1)], await StatusesAsync(1, () => visitor.PostAsync(Hi)));
    }

    [Fact]
    public async Task Nobody_who_types_meets_a_limit_nor_does_a_page_that_sends_everything_again()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var answers = new List<(HttpStatusCode, int)>();

        // Two messages a second for a minute, which is faster than fingers, and then all of the last half minute once more.
        for (var second = 0; second < 60; second++)
        {
            answers.AddRange(await StatusesAsync(2, () => visitor.PostAsync(Hi)));
            chat.Time.Advance(TimeSpan.FromSeconds(1));
        }

        answers.AddRange(await StatusesAsync(60, () => visitor.PostAsync(Hi)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Item1));
    }

    [Fact]
    public async Task Five_tabs_without_a_stream_may_ask_each_second_for_as_long_as_they_are_open()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        for (var second = 0; second < 180; second++)
        {
            for (var tab = 0; tab < 5; tab++)
            {
                await visitor.PollAsync("1");
            }

            chat.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_flood_of_readings_is_refused_and_posting_goes_on()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:ReadsPerMinute", "120"));
        var visitor = await chat.GreetedAsync();

        await StatusesAsync(120, () => visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}/activities"));
        using var refused = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}/activities");

        Assert.Equal(1, AssertTooFast(refused));
        await visitor.SayAsync("hello");
    }

    [Theory]
    [InlineData("POST", "/tokens/generate")]
    [InlineData("POST", "/tokens/refresh")]
    [InlineData("POST", "/conversations")]
    [InlineData("GET", "/conversations/{mine}")]
    public async Task A_flood_of_openings_is_refused_and_the_conversation_goes_on(string method, string path)
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:OpensPerMinute", "30"));
        var visitor = await chat.GreetedAsync();
        var other = await chat.GreetedAsync();
        path = path.Replace("{mine}", visitor.Conversation, StringComparison.Ordinal);

        await StatusesAsync(30, () => visitor.SendAsync(new HttpMethod(method), path));
        using var refused = await visitor.SendAsync(new HttpMethod(method), path);

        Assert.Equal(2, AssertTooFast(refused));
        var stream = await Assert.ThrowsAsync<PageSocket.RefusedException>(visitor.OpenAsync);
        Assert.Equal(429, stream.Status);
        await visitor.SayAsync("hello");
        using var page = await other.OpenAsync();
        Assert.Equal("Hello.", await page.NextTextAsync());
    }

    [Fact]
    public async Task An_address_brings_so_many_newcomers_in_an_hour_and_whoever_was_here_before_comes_in()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:NewcomersPerHour", "60"));
        var known = await chat.GreetedAsync();

        var newcomers = await StatusesAsync(60, () => chat.Visitor().SendAsync(HttpMethod.Post, "/tokens/generate"));
        using var refused = await chat.Visitor().SendAsync(HttpMethod.Post, "/tokens/generate");
        await known.GenerateAsync();
        await known.BeginAsync();
        await known.SayAsync("still here");
        chat.Time.Advance(TimeSpan.FromSeconds(60));
        var later = await StatusesAsync(2, () => chat.Visitor().SendAsync(HttpMethod.Post, "/tokens/generate"));

        Assert.Equal([(HttpStatusCode.OK, 59), (HttpStatusCode.TooManyRequests, 1)], newcomers);
        Assert.Equal(60, AssertTooFast(refused));
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        Assert.Equal([(HttpStatusCode.OK, 1), (HttpStatusCode.TooManyRequests, 1)], later);
    }

    [Fact]
    public async Task Calls_with_bad_tokens_count_for_the_address_unless_a_cookie_says_whose_they_are()
    {
        await using var chat = await WebChat.StartAsync(settings: [("DirectLine:NewcomersPerHour", "60"), ("DirectLine:OpensPerMinute", "30")]);
        var visitor = await chat.GreetedAsync();
        Task<HttpResponseMessage> WithJunk(Visitor who) => who.SendAsync(HttpMethod.Post, "/tokens/refresh", token: "junk");

        var strangers = await StatusesAsync(70, () => WithJunk(chat.Visitor()));
        using var ticket = await chat.Visitor().SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}/stream?t=junk");
        var known = await StatusesAsync(40, () => WithJunk(visitor));

        Assert.Equal([(HttpStatusCode.Unauthorized, 59), (HttpStatusCode.TooManyRequests, 11)], strangers);
        AssertTooFast(ticket);
        Assert.Equal([(HttpStatusCode.Unauthorized, 29), (HttpStatusCode.TooManyRequests, 11)], known);
    }

    [Fact]
    public async Task An_expired_token_is_called_expired_however_many_newcomers_there_were()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:NewcomersPerHour", "60"));
        var visitor = await chat.GreetedAsync();
        chat.Time.Advance(TimeSpan.FromMinutes(31));
        await StatusesAsync(60, () => chat.Visitor().SendAsync(HttpMethod.Post, "/tokens/generate"));

        using var answer = await visitor.PostAsync(Hi);

        Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (answer.StatusCode, await Visitor.ErrorAsync(answer)));
    }

    [Fact]
    public async Task Behind_a_named_proxy_each_caller_counts_for_itself()
    {
        await using var chat = await WebChat.StartAsync(settings: [("DirectLine:NewcomersPerHour", "60"), ("DirectLine:Proxies", "127.0.0.1")]);

        var one = await StatusesAsync(61, () => NewcomerAsync(chat, "203.0.113.9, 198.51.100.1"));
        var other = await StatusesAsync(60, () => NewcomerAsync(chat, "203.0.113.9, 198.51.100.2"));

        Assert.Equal([(HttpStatusCode.OK, 60), (HttpStatusCode.TooManyRequests, 1)], one);
        Assert.Equal([(HttpStatusCode.OK, 60)], other);
    }

    [Fact]
    public async Task A_forwarded_address_is_not_believed_unasked_and_the_log_says_once_what_to_set()
    {
        using var log = new SpokenLog();
        await using var chat = await WebChat.StartAsync(logging: log.AddTo, settings: ("DirectLine:NewcomersPerHour", "60"));

        var number = 0;
        var answers = await StatusesAsync(65, () => NewcomerAsync(chat, $"198.51.100.{++number}"));

        Assert.Equal([(HttpStatusCode.OK, 60), (HttpStatusCode.TooManyRequests, 5)], answers);
        Assert.Single(log.Lines, line => line.Contains("DirectLine:Proxies", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> NewcomerAsync(WebChat chat, string forwarded) =>
        chat.Visitor().SendAsync(HttpMethod.Post, "/tokens/generate", headers: ("X-Forwarded-For", forwarded));

    /// <summary>How often each status was answered, in the order in which they first were.</summary>
    private static async Task<List<(HttpStatusCode Status, int Times)>> StatusesAsync(int calls, Func<Task<HttpResponseMessage>> call)
    {
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < calls; number++)
        {
            using var answer = await call();
            statuses.Add(answer.StatusCode);
        }

        return [.. statuses.GroupBy(status => status).Select(group => (group.Key, group.Count()))];
    }

    private static int AssertTooFast(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        return int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);
    }
}
