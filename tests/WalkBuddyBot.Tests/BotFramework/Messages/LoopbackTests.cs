using System.Net;
using WalkBuddyBot.BotFramework.Messages.Trust;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary>Mode NoneLoopbackOnly: who counts as this machine, and which addresses lead to it.</summary>
public sealed class LoopbackTests
{
    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("::ffff:127.0.0.1", 200)]
    [InlineData("10.0.0.1", 403)]
    [InlineData("192.168.1.5", 403)]
    [InlineData("::ffff:10.0.0.1", 403)]
    [InlineData("2001:db8::1", 403)]
    public async Task Only_this_machine_may_call(string remote, int status)
    {
        await using var door = await Door.OpenAsync(remote: IPAddress.Parse(remote));

        using var answer = await door.PostAsync(Posted.Message());

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, door.Bot.Handed.Count);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Prefix", "/")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("forwarded", "")]
    [InlineData("Host", "bot.example.org")]
    [InlineData("Host", "localhost.example.org")]
    [InlineData("Host", "127.0.0.1.nip.io")]
    [InlineData("Host", "localhost.")]
    [InlineData("Host", "127.0.0.2")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost.example.org")]
    [InlineData("Origin", "file://")]
    [InlineData("Origin", "vscode-webview://abc")]
    public async Task A_call_that_a_proxy_a_name_or_a_page_may_have_made_is_refused(string header, string value)
    {
        await using var door = await Door.OpenAsync();

        using var answer = await door.PostAsync(Posted.Message(), (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(door.Bot.Handed);
        Assert.Empty(door.Stores.InboxKeys);
    }

    [Theory]
    [InlineData("Host", "localhost")]
    [InlineData("Host", "LOCALHOST:3978")]
    [InlineData("Host", "127.0.0.1:1")]
    [InlineData("Host", "[::1]:3978")]
    [InlineData("Origin", "http://localhost:56150")]
    [InlineData("Origin", "http://127.0.0.1:3000")]
    [InlineData("Origin", "http://[::1]")]
    [InlineData("Authorization", "Bearer anything at all")]
    [InlineData("Authorization", "Basic dTpw")]
    [InlineData("Via", "1.1 somebody")]
    public async Task A_call_of_this_machine_is_taken_and_a_token_is_not_looked_at(string header, string value)
    {
        await using var door = await Door.OpenAsync();

        using var answer = await door.PostAsync(Posted.Message(), (header, value));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:56150", true)]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("https://127.0.0.1/", true)]
    [InlineData("http://[::1]:8080/", true)]
    [InlineData("http://127.1.2.3", true)]
    [InlineData("HTTP://LOCALHOST/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("http://localhost.example.org/", false)]
    [InlineData("http://localhost@evil.example/", false)]
    [InlineData("http://evil.example@localhost/", false)]
    [InlineData("http://@localhost/", false)]
    [InlineData("http://evil.example/#localhost", false)]
    [InlineData("http://localhost/#x", false)]
    [InlineData("http://localhost/?to=evil", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://[::ffff:10.0.0.1]/", false)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//localhost/", false)]
    [InlineData("/path", false)]
    [InlineData("localhost:3978", false)]
    [InlineData("urn:botframework:localhost", false)]
    [InlineData("http://xn--lcalhost-54a.example/", false)]
    [InlineData("nonsense", false)]
    public async Task The_connector_too_must_be_on_this_machine(string url, bool allowed)
    {
        await using var door = await Door.OpenAsync();

        using var answer = await door.PostAsync(Posted.Message().With("serviceUrl", url));

        Assert.Equal(allowed, Loopback.IsUrl(url));
        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_not_needed_must_still_lead_here_when_it_is_there()
    {
        await using var door = await Door.OpenAsync();
        var asking = Posted.Message().With("deliveryMode", "expectReplies");

        using var away = await door.PostAsync(asking.With("serviceUrl", "https://elsewhere.example"));
        using var none = await door.PostAsync(asking.Without("serviceUrl"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (away.StatusCode, none.StatusCode));
    }
}
