using System.Net;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Tokens, cookies, and how a conversation begins.</summary>
public sealed class StartingTests
{
    [Fact]
    public async Task A_new_browser_gets_a_token_an_id_and_a_cookie_that_scripts_cannot_read()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = chat.Visitor();

        using var answer = await visitor.SendAsync(HttpMethod.Post, "/tokens/generate");

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/v3/directline", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=5184000", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var body = await Visitor.BodyAsync(answer);
        Assert.Equal(1800, body.GetProperty("expires_in").GetInt32());
        Assert.Equal(32, body.GetProperty("conversationId").GetString()!.Length);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_secure_and_the_stream_is_wss()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:PublicOrigin", "https://chat.example.org"));
        var visitor = chat.Visitor();

        using var answer = await visitor.SendAsync(HttpMethod.Post, "/tokens/generate");
        visitor.Token = (await Visitor.BodyAsync(answer)).GetProperty("token").GetString()!;
        await visitor.BeginAsync();

        Assert.Contains("secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith($"wss://chat.example.org/v3/directline/conversations/{visitor.Conversation}/stream?t=", visitor.StreamUrl,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_row_is_made_before_the_conversation_begins()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = chat.Visitor();

        await visitor.GenerateAsync();

        Assert.Empty(chat.Stores.Conversations);
        Assert.Equal(HttpStatusCode.Created, await visitor.BeginAsync());
        Assert.Equal(visitor.Conversation, Assert.Single(chat.Stores.Conversations).Id);
    }

    [Fact]
    public async Task A_browser_that_comes_back_goes_on_with_its_newest_conversation()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var first = visitor.Conversation;

        var reopened = chat.Visitor(visitor.Cookies);
        await reopened.GenerateAsync();

        Assert.Equal(first, reopened.Conversation);
        Assert.Equal(HttpStatusCode.OK, await reopened.BeginAsync());
    }

    [Fact]
    public async Task A_fresh_browser_is_somebody_else()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        var other = chat.Visitor();
        await other.GenerateAsync();
        await other.BeginAsync();

        Assert.NotEqual(visitor.Conversation, other.Conversation);
        Assert.Equal(2, chat.Stores.Conversations.Select(conversation => conversation.UserId).Distinct().Count());
    }

    [Fact]
    public async Task The_greeting_comes_once_a_conversation_and_not_at_each_load()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        await visitor.BeginAsync();
        await visitor.BeginAsync();
        await visitor.SayAsync("last");
        await chat.Bot.EndedAsync();

        var joined = Assert.Single(chat.Bot.Handed, activity => activity.Type == ActivityTypes.ConversationUpdate);
        Assert.StartsWith("dl_", Assert.Single(joined.MembersAdded!).Id, StringComparison.Ordinal);
        Assert.Equal("en-US", joined.Locale);
        Assert.Equal(["Hello.", "last", "You said: last"],
            (await visitor.PollAsync()).Activities.Select(a => a.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_greeting_that_was_stored_before_the_page_opened_is_shown()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var page = await visitor.OpenAsync();

        Assert.Equal("Hello.", await page.NextTextAsync());
    }

    [Fact]
    public async Task A_refreshed_token_is_for_the_same_conversation_and_the_old_one_stays_good()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var old = visitor.Token;
        chat.Time.Advance(TimeSpan.FromMinutes(15));

        var answer = await Visitor.BodyAsync(await visitor.SendAsync(HttpMethod.Post, "/tokens/refresh"));

        Assert.Equal(visitor.Conversation, answer.GetProperty("conversationId").GetString());
        Assert.NotEqual(old, answer.GetProperty("token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync("""{"type":"typing"}""", old)).StatusCode);
        chat.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync("""{"type":"typing"}""", answer.GetProperty("token").GetString())).StatusCode);
    }

    [Fact]
    public async Task After_expiry_the_cookie_brings_a_new_token_for_the_same_conversation()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var conversation = visitor.Conversation;
        chat.Time.Advance(TimeSpan.FromHours(9));

        using var refused = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{conversation}");
        await visitor.GenerateAsync();
        await visitor.ResumeAsync("0");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("TokenExpired", await Visitor.ErrorAsync(refused));
        Assert.Equal(conversation, visitor.Conversation);
        using var page = await visitor.OpenAsync();
        Assert.Equal("Hello.", await page.NextTextAsync());
    }

    [Fact]
    public async Task A_visit_is_noted_and_polling_does_not_write_each_second()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Time.Advance(TimeSpan.FromMinutes(2));

        await visitor.PollAsync();
        await visitor.PollAsync();
        await visitor.ResumeAsync();

        Assert.Equal(1, chat.Stores.SeenCount);
    }

    [Fact]
    public async Task There_are_no_uploads_no_sign_in_sessions_and_no_other_calls()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var upload = await visitor.SendAsync(HttpMethod.Post, $"/conversations/{visitor.Conversation}/upload?userId=x",
            new ByteArrayContent([1]));
        using var session = await visitor.SendAsync(HttpMethod.Get, "/session/getsessionid");

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UploadsNotSupported"), (upload.StatusCode, await Visitor.ErrorAsync(upload)));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), (session.StatusCode, await Visitor.ErrorAsync(session)));
    }

    [Fact]
    public async Task When_the_chat_is_off_its_calls_are_absent()
    {
        await using var chat = await WebChat.StartAsync(environment: "Production");

        using var answer = await chat.Visitor().SendAsync(HttpMethod.Post, "/tokens/generate");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
