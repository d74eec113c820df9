using System.Net;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Pages of other sites get nothing: no token, no post, no stream, no permission to read.</summary>
public sealed class OriginTests
{
    public static TheoryData<string> Foreign =>
        new("https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "http://localhost", "null", "file://", "x");

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_origin_is_refused_on_every_post_and_on_the_stream(string origin)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        foreach (var path in new[] { "/tokens/generate", "/tokens/refresh", "/conversations", $"/conversations/{visitor.Conversation}/activities" })
        {
            using var answer = await visitor.SendAsync(HttpMethod.Post, path, Visitor.Json("""{"type":"message","text":"hi"}"""), headers: ("Origin", origin));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(403, (await Assert.ThrowsAsync<PageSocket.RefusedException>(() => PageSocket.OpenAsync(visitor.StreamUrl, origin))).Status);
        Assert.Single(chat.Stores.Stored(visitor.Conversation));
    }

    [Theory]
    [InlineData("cross-site", 403)]
    [InlineData("same-site", 403)]
    [InlineData("same-origin", 200)]
    [InlineData("none", 200)]
    public async Task What_the_browser_says_of_the_calling_site_counts(string site, int status)
    {
        await using var chat = await WebChat.StartAsync();

        using var answer = await chat.Visitor().SendAsync(HttpMethod.Post, "/tokens/generate", headers: ("Sec-Fetch-Site", site));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Our_own_page_is_served_and_its_stream_opens()
    {
        await using var chat = await WebChat.StartAsync();
        var own = chat.Address.GetLeftPart(UriPartial.Authority);
        var visitor = await chat.GreetedAsync();

        using var answer = await visitor.SendAsync(HttpMethod.Post, "/tokens/generate", headers: ("Origin", own));
        using var page = await PageSocket.OpenAsync(visitor.StreamUrl, own);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Hello.", await page.NextTextAsync());
    }

    [Fact]
    public async Task The_public_origin_is_our_own_behind_a_proxy_and_a_host_name_that_points_here_is_not()
    {
        await using var chat = await WebChat.StartAsync(settings: ("DirectLine:PublicOrigin", "https://chat.example.org"));

        using var ours = await chat.Visitor().SendAsync(
            HttpMethod.Post, "/tokens/generate", headers: [("Origin", "https://chat.example.org"), ("Host", "inside:8080")]);
        using var rebound = await chat.Visitor().SendAsync(
            HttpMethod.Post, "/tokens/generate", headers: [("Origin", "http://evil.example"), ("Host", "evil.example")]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (ours.StatusCode, rebound.StatusCode));
    }

    [Fact]
    public async Task Without_a_public_origin_only_a_loopback_host_is_served()
    {
        await using var chat = await WebChat.StartAsync();

        using var rebound = await chat.Visitor().SendAsync(
            HttpMethod.Post, "/tokens/generate", headers: [("Origin", "http://evil.example"), ("Host", "evil.example")]);

        Assert.Equal(HttpStatusCode.BadRequest, rebound.StatusCode);
    }

    [Fact]
    public async Task No_other_origin_is_ever_allowed_to_read()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var preflight = await visitor.SendAsync(
            HttpMethod.Options, "/tokens/generate", headers: [("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST")]);
        using var read = await visitor.SendAsync(
            HttpMethod.Get, $"/conversations/{visitor.Conversation}/activities", headers: ("Origin", "https://evil.example"));

        Assert.False(preflight.IsSuccessStatusCode);
        Assert.DoesNotContain(
            preflight.Headers.Concat(read.Headers), header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }
}
