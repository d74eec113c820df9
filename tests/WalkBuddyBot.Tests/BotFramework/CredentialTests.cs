using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Forged, foreign, expired and misplaced tokens and tickets, on the calls and on the stream.</summary>
public sealed class CredentialTests
{
    private const string Now = "1795424400"; // 2026-11-23T09:00:00Z, where the tests' clock starts.

    /// <summary>What is changed in a good token's parts before it is signed with the real key, or with another one.</summary>
    public static TheoryData<string> Forgeries => new(
        "none", "None", "NONE", "no signature", "truncated", "other key", "payload changed", "HS384", "HS512", "RS256 header", "unknown kid", "no kid",
        "kid path", "kid sql", "kid in capitals", "embedded jwk", "JWE", "visitor audience", "stream audience", "no audience", "no exp", "exp text",
        "no user", "no conversation", "empty", "garbage", "two dots", "huge");

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused_and_a_good_one_passes_before_and_after(string forgery)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var forged = await ForgeAsync(chat, forgery, visitor.Token);
        var handed = chat.Bot.Handed.Count;
        await AssertPassesAsync(visitor);

        foreach (var (method, path) in Calls(visitor.Conversation))
        {
            using var answer = await visitor.SendAsync(
                method, path, method == HttpMethod.Post ? Visitor.Json("""{"type":"message","text":"hi"}""") : null, token: "", ("Authorization", "Bearer " + forged));
            Assert.Equal((method, path, HttpStatusCode.Unauthorized), (method, path, answer.StatusCode));
            Assert.NotEmpty(await Visitor.ErrorAsync(answer));
        }

        await AssertPassesAsync(visitor);
        Assert.Equal(handed, chat.Bot.Handed.Count);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("no signature")]
    [InlineData("other key")]
    [InlineData("payload changed")]
    [InlineData("HS384")]
    [InlineData("unknown kid")]
    [InlineData("no exp")]
    [InlineData("empty")]
    [InlineData("garbage")]
    public async Task A_forged_ticket_is_refused_before_the_upgrade(string forgery)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var (path, ticket) = (visitor.StreamUrl.Split("?t=")[0], visitor.StreamUrl.Split("?t=")[1]);
        var forged = await ForgeAsync(chat, forgery, ticket);

        var refused =
            await Assert.ThrowsAsync<PageSocket.RefusedException>(() => PageSocket.OpenAsync($"{path}?t={Uri.EscapeDataString(forged)}"));

        Assert.Equal(403, refused.Status);
        using var good = await visitor.OpenAsync();
        Assert.Equal("Hello.", await good.NextTextAsync());
    }

    [Fact]
    public async Task A_token_a_ticket_and_a_cookie_are_never_taken_for_one_another()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var stream = visitor.StreamUrl.Split("?t=");
        var cookie = visitor.Cookies.GetAllCookies().Single().Value;

        foreach (var wrong in new[] { stream[1], cookie })
        {
            using var answer = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}", token: wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        foreach (var wrong in new[] { visitor.Token, cookie })
        {
            Assert.Equal(403, (await Assert.ThrowsAsync<PageSocket.RefusedException>(() => PageSocket.OpenAsync($"{stream[0]}?t={wrong}"))).Status);
        }

        var stranger = chat.Visitor();
        stranger.Cookies.Add(new Cookie("directline_visitor", visitor.Token, "/v3/directline", "127.0.0.1"));
        Assert.NotEqual(visitor.Conversation, (await stranger.GenerateAsync()).GetProperty("conversationId").GetString());
    }

    [Fact]
    public async Task Without_credentials_or_with_two_a_call_is_refused()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var path = $"/conversations/{visitor.Conversation}/activities";

        using var none = await visitor.SendAsync(HttpMethod.Get, path, token: "");
        using var basic = await visitor.SendAsync(HttpMethod.Get, path, token: "", headers: ("Authorization", "Basic " + visitor.Token));
        using var bare = await visitor.SendAsync(HttpMethod.Get, path, token: "", headers: ("Authorization", visitor.Token));
        using var query = await visitor.SendAsync(HttpMethod.Get, path + "?token=" + visitor.Token, token: "");

        Assert.All([none, basic, bare, query], answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task An_expired_token_is_403_TokenExpired_everywhere_and_cannot_be_refreshed()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Time.Advance(TimeSpan.FromMinutes(30));

        foreach (var (method, path) in Calls(visitor.Conversation))
        {
            using var answer = await visitor.SendAsync(method, path, method == HttpMethod.Post ? Visitor.Json("""{"type":"message","text":"hi"}""") : null);
            Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (answer.StatusCode, await Visitor.ErrorAsync(answer)));
        }
    }

    [Fact]
    public async Task An_expired_ticket_is_refused_before_the_upgrade()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Time.Advance(TimeSpan.FromSeconds(60));

        var refused = await Assert.ThrowsAsync<PageSocket.RefusedException>(visitor.OpenAsync);

        Assert.Equal(403, refused.Status);
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_forbidden_on_every_call_and_on_the_stream()
    {
        await using var chat = await WebChat.StartAsync();
        var owner = await chat.GreetedAsync();
        var other = await chat.GreetedAsync();

        foreach (var (method, path) in Calls(owner.Conversation).Where(call => call.Path.Contains(owner.Conversation, StringComparison.Ordinal)))
        {
            using var answer = await other.SendAsync(method, path, method == HttpMethod.Post ? Visitor.Json("""{"type":"message","text":"hi"}""") : null);
            Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (answer.StatusCode, await Visitor.ErrorAsync(answer)));
        }

        var crossed = owner.StreamUrl.Split("?t=")[0] + "?t=" + other.StreamUrl.Split("?t=")[1];
        Assert.Equal(403, (await Assert.ThrowsAsync<PageSocket.RefusedException>(() => PageSocket.OpenAsync(crossed))).Status);
    }

    [Fact]
    public async Task A_token_that_names_a_conversation_of_another_visitor_is_forbidden()
    {
        await using var chat = await WebChat.StartAsync();
        var owner = await chat.GreetedAsync();
        var token = await chat.Tokens.TokenAsync("dl_somebody_else", owner.Conversation, CancellationToken.None);

        using var read = await owner.SendAsync(HttpMethod.Get, $"/conversations/{owner.Conversation}/activities", token: token);
        using var begin = await owner.SendAsync(HttpMethod.Post, "/conversations", token: token);

        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, begin.StatusCode);
    }

    [Fact]
    public async Task A_guessed_conversation_id_is_never_found()
    {
        await using var chat = await WebChat.StartAsync(
            settings: [("DirectLine:ReadsPerMinute", "6000"), ("DirectLine:OpensPerMinute", "6000"), ("DirectLine:NewcomersPerHour", "6000")]);
        var others = new[] { await chat.GreetedAsync(), await chat.GreetedAsync() };
        var visitor = await chat.GreetedAsync();
        var guesses = Guesses(new Random(20261123)).Take(1000).Concat(others.Select(other => other.Conversation));

        foreach (var guess in guesses)
        {
            using var read = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{guess}/activities");
            using var resume = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{guess}?watermark=0");
            using var stranger = await chat.Visitor().SendAsync(HttpMethod.Get, $"/conversations/{guess}/activities");
            Assert.Equal(
                (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized),
                (read.StatusCode, resume.StatusCode, stranger.StatusCode));
        }
    }

    [Fact]
    public async Task A_conversation_that_was_erased_is_gone()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var conversation = visitor.Conversation;
        chat.Stores.Erase(conversation);

        using var read = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities");
        using var post = await visitor.PostAsync("""{"type":"message","text":"hi"}""");
        await visitor.GenerateAsync();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, post.StatusCode));
        Assert.NotEqual(conversation, visitor.Conversation);
    }

    [Fact]
    public async Task A_key_that_another_node_added_is_found_and_invented_key_ids_cost_one_reading_a_minute()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var unknown = await ForgeAsync(chat, "unknown kid", visitor.Token);
        var before = chat.Stores.KeyReads;
        for (var call = 0; call < 50; call++)
        {
            using var refused = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}", token: unknown);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        Assert.InRange(chat.Stores.KeyReads - before, 0, 1);
        var newer = new SigningKey("newer", RandomNumberGenerator.GetBytes(32), default);
        chat.Stores.AddKey(newer);
        chat.Time.Advance(TimeSpan.FromMinutes(1));
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(visitor.Token.Split('.')[1]))!.AsObject();

        using var answer = await visitor.SendAsync(
            HttpMethod.Get, $"/conversations/{visitor.Conversation}",
            token: Sign(new JsonObject { ["alg"] = "HS256", ["kid"] = "newer" }, payload, newer));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Tokens_and_cookies_outlive_the_process()
    {
        var time = WebChat.NewTime();
        var first = await WebChat.StartAsync(time: time);
        var visitor = await first.GreetedAsync();
        await first.DisposeAsync();

        await using var second = await WebChat.StartAsync(first.Stores, time);
        var reopened = second.Visitor(visitor.Cookies);
        using var read =
            await reopened.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}/activities", token: visitor.Token);
        await reopened.GenerateAsync();

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(visitor.Conversation, reopened.Conversation);
    }

    private static IEnumerable<string> Guesses(Random random)
    {
        var id = new byte[16];
        while (true)
        {
            random.NextBytes(id);
            yield return Convert.ToHexStringLower(id);
        }
    }

    private static async Task AssertPassesAsync(Visitor visitor)
    {
        using var answer = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.Conversation}/activities");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static (HttpMethod Method, string Path)[] Calls(string conversation) =>
    [
        (HttpMethod.Post, "/tokens/refresh"),
        (HttpMethod.Post, "/conversations"),
        (HttpMethod.Get, $"/conversations/{conversation}"),
        (HttpMethod.Get, $"/conversations/{conversation}/activities"),
        (HttpMethod.Post, $"/conversations/{conversation}/activities"),
        (HttpMethod.Post, $"/conversations/{conversation}/upload"),
    ];

    private static async Task<string> ForgeAsync(WebChat chat, string forgery, string good)
    {
        var key = (await chat.Stores.AllAsync(CancellationToken.None))[0];
        var other = key with { Secret = RandomNumberGenerator.GetBytes(32) };
        var parts = good.Split('.');
        var header = JsonNode.Parse(Base64UrlEncoder.Decode(parts[0]))!.AsObject();
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!.AsObject();

        string Header(string name, JsonNode? value, string algorithm = "HS256", SigningKey? with = null)
        {
            header[name] = value;
            return Sign(header, payload, with ?? key, algorithm);
        }

        string Payload(string name, JsonNode? value)
        {
            payload.Remove(name);
            if (value is not null)
            {
                payload[name] = value;
            }

            return Sign(header, payload, key);
        }

        string Unsigned(string algorithm)
        {
            header["alg"] = algorithm;
            return string.Join('.', Sign(header, payload, key).Split('.')[..2]) + ".";
        }

        return forgery switch
        {
            "none" or "None" or "NONE" => Unsigned(forgery),
            "no signature" => $"{parts[0]}.{parts[1]}.",
            "truncated" => good[..^4],
            "other key" => Sign(header, payload, other),
            "payload changed" => $"{parts[0]}.{Base64UrlEncoder.Encode(payload.ToJsonString().Replace(Now, "1795424401", StringComparison.Ordinal) + " ")}.{parts[2]}",
            "HS384" or "HS512" => Header("alg", forgery, forgery),
            "RS256 header" => Header("alg", "RS256"),
            "unknown kid" => Header("kid", "unknown"),
            "no kid" => Header("kid", null),
            "kid path" => Header("kid", "../../../dev/null", with: key with { Secret = Array.Empty<byte>() }),
            "kid sql" => Header("kid", "x' UNION SELECT 'a' --", with: other),
            "kid in capitals" => Header("kid", key.Id.ToUpperInvariant() + "X"),
            "embedded jwk" =>
                Header("jwk", new JsonObject { ["kty"] = "oct", ["k"] = Base64UrlEncoder.Encode(other.Secret.ToArray()) }, with: other),
            "JWE" => $"{parts[0]}.{parts[1]}.{parts[2]}.{parts[1]}.{parts[2]}",
            "visitor audience" => Payload("aud", "visitor"),
            "stream audience" => Payload("aud", "stream"),
            "no audience" => Payload("aud", null),
            "no exp" => Payload("exp", null),
            "exp text" => Payload("exp", "tomorrow"),
            "no user" => Payload("user", null),
            "no conversation" => Payload("conv", null),
            "empty" => "",
            "garbage" => "not-a-token-at-all",
            "two dots" => "..",
            "huge" => parts[0] + "." + new string('A', 20_000) + "." + parts[2],
            _ => throw new ArgumentOutOfRangeException(nameof(forgery), forgery, null),
        };
    }

    private static string Sign(JsonObject header, JsonObject payload, SigningKey key, string algorithm = "HS256")
    {
        var signed = Base64UrlEncoder.Encode(header.ToJsonString()) + "." + Base64UrlEncoder.Encode(payload.ToJsonString());
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = algorithm switch
        {
            "HS384" => HMACSHA384.HashData(key.Secret.Span, bytes),
            "HS512" => HMACSHA512.HashData(key.Secret.Span, bytes),
            _ => HMACSHA256.HashData(key.Secret.Span, bytes),
        };
        return signed + "." + Base64UrlEncoder.Encode(signature);
    }
}
