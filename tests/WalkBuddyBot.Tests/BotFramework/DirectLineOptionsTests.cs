using Microsoft.Extensions.Options;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Options are checked at start, and the message says what to do.</summary>
public sealed class DirectLineOptionsTests
{
    [Theory]
    [InlineData("TokenLife", "00:05:00", "00:16:00 to 01:00:00")]
    [InlineData("TokenLife", "02:00:00", "00:16:00 to 01:00:00")]
    [InlineData("TicketLife", "00:00:01", "00:00:10 to 00:05:00")]
    [InlineData("VisitorLife", "1.00:00:00", "7.00:00:00 to 400.00:00:00")]
    [InlineData("MaxBodyBytes", "100", "65536 to 262144")]
    [InlineData("MaxTextLength", "100", "2000 to 4000")]
    [InlineData("HistoryDays", "0", "1 to 365")]
    [InlineData("HistoryReplay", "5", "10 to 1000")]
    [InlineData("SocketsPerConversation", "0", "1 to 50")]
    [InlineData("Sockets", "0", "1 to 100000")]
    [InlineData("PostsPerMinute", "29", "30 to 6000")]
    [InlineData("ReadsPerMinute", "119", "120 to 6000")]
    [InlineData("OpensPerMinute", "6001", "30 to 6000")]
    [InlineData("NewcomersPerHour", "59", "60 to 100000")]
    [InlineData("Proxies", "10.0.0.0/8, proxy.example.org", "127.0.0.1, 10.0.0.0/8")]
    [InlineData("KeepAlive", "00:00:01", "00:00:05 to 00:01:00")]
    [InlineData("PublicOrigin", "chat.example.org", "https://chat.example.org")]
    [InlineData("PublicOrigin", "https://chat.example.org/path", "https://chat.example.org")]
    [InlineData("PublicOrigin", "ftp://chat.example.org", "https://chat.example.org")]
    public async Task A_value_out_of_range_stops_the_start_and_the_message_names_key_value_and_range(
        string key, string value, string allowed)
    {
        var failure =
            await Assert.ThrowsAsync<OptionsValidationException>(() => WebChat.StartAsync(settings: ("DirectLine:" + key, value)));

        Assert.Contains("DirectLine:" + key, failure.Message, StringComparison.Ordinal);
        Assert.Contains(value, failure.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://chat.example.org")]
    public async Task In_Production_the_chat_needs_an_https_address(string? origin)
    {
        (string, string)[] settings =
            origin is null ? [("DirectLine:Enabled", "true")] : [("DirectLine:Enabled", "true"), ("DirectLine:PublicOrigin", origin)];

        var failure =
            await Assert.ThrowsAsync<OptionsValidationException>(() => WebChat.StartAsync(environment: "Production", settings: settings));

        Assert.Contains("DirectLine:PublicOrigin", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_with_an_https_address_the_chat_is_there()
    {
        await using var chat = await WebChat.StartAsync(
            environment: "Production", settings: [("DirectLine:Enabled", "true"), ("DirectLine:PublicOrigin", "https://chat.example.org")]);

        using var answer = await chat.Visitor().SendAsync(HttpMethod.Post, "/tokens/generate");

        Assert.Equal(200, (int)answer.StatusCode);
    }
}
