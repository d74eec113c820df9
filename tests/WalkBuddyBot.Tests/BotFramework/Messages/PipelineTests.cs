using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using WalkBuddyBot.BotFramework.Messages;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary>What is refused, with which status, and in which order it is asked.</summary>
public sealed class PipelineTests
{
    // A guard against a hang, 30 s of looks: what is looked for comes long before.
    private const int MostLooks = 1500;

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Any_verb_but_POST_is_405_and_told_what_is_allowed(string verb)
    {
        await using var door = await Door.OpenAsync();
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/api/messages");

        using var answer = await door.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_client_that_looks_whether_anybody_is_there_warns_nobody()
    {
        using var log = new SpokenLog();
        await using var door = await Door.OpenAsync(log: log);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/messages");

        using var answer = await door.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.All(log.Lines, line => Assert.StartsWith("Debug: ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/problem+json", 415)]
    [InlineData(null, 415)]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/JSON; charset=\"UTF-8\"", 200)]
    public async Task Only_JSON_in_UTF_8_is_taken(string? type, int status)
    {
        await using var door = await Door.OpenAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Posted.Message().ToJsonString()));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        using var answer = await door.Http.PostAsync("/api/messages", content);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("not json")]
    public async Task What_is_no_activity_is_400_and_nothing_is_stored(string body)
    {
        await using var door = await Door.OpenAsync();

        using var answer = await door.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(door.Stores.InboxKeys);
        Assert.Empty(door.Bot.Handed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_256_KiB_is_413_whatever_length_it_states(bool stated)
    {
        await using var door = await Door.OpenAsync();
        var body = Encoding.UTF8.GetBytes(Posted.Message(new string('x', 256 * 1024)).ToJsonString());

        using var answer = await door.Http.PostAsync("/api/messages", new Bytes(body, stated));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(door.Stores.InboxKeys);
    }

    [Fact]
    public async Task A_body_of_exactly_256_KiB_is_taken()
    {
        await using var door = await Door.OpenAsync();
        var around = Encoding.UTF8.GetByteCount(Posted.Message("").ToJsonString());
        var body = Posted.Message(new string('x', (256 * 1024) - around)).ToJsonString();

        using var answer = await door.PostAsync(body);

        Assert.Equal((256 * 1024, HttpStatusCode.OK), (Encoding.UTF8.GetByteCount(body), answer.StatusCode));
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_given_up_after_nine_seconds()
    {
        await using var door = await Door.OpenAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, door.Http.BaseAddress!.Port);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"));

        // The server's clock begins with the call, which may come a moment after the client's bytes.
        var status = reader.ReadLineAsync();
        for (var look = 0; look < MostLooks && !status.IsCompleted; look++)
        {
            door.Time.Advance(TimeSpan.FromSeconds(9));
            await Task.WhenAny(status, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
        }

        Assert.True(status.IsCompleted, "The body was never given up.");
        Assert.Equal("HTTP/1.1 408 Request Timeout", await status);
        Assert.Contains("Connection: close", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_mode_Tokens_nobody_is_believed_until_tokens_can_be_checked()
    {
        await using var door = await Door.OpenAsync(InboundMode.Tokens);

        using var without = await door.PostAsync(Posted.Message());
        using var with = await door.PostAsync(Posted.Message(), ("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, with.StatusCode));
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Empty(door.Bot.Handed);
    }

    [Fact]
    public async Task In_mode_Off_there_is_no_such_address()
    {
        await using var door = await Door.OpenAsync(InboundMode.Off);

        using var answer = await door.PostAsync(Posted.Message());

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("msteams", 200)]
    [InlineData("webchat", 200)]
    [InlineData("directline", 200)]
    [InlineData("emulator", 200)]
    [InlineData("test", 200)]
    [InlineData("slack", 200)]
    [InlineData("MSTEAMS", 403)]
    [InlineData("facebook", 403)]
    [InlineData("msteams ", 403)]
    public async Task Only_channels_on_the_list_or_in_the_settings_are_let_in(string channel, int status)
    {
        await using var door = await Door.OpenAsync(settings: ("Messages:MoreChannels:0", "slack"));

        using var answer = await door.PostAsync(Posted.Message().With("channelId", channel));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_caller_is_asked_for_before_the_body_is_read_and_the_type_before_the_caller()
    {
        await using var door = await Door.OpenAsync(InboundMode.Tokens);

        using var badBody = await door.PostAsync("{");
        using var badType = await door.Http.PostAsync("/api/messages", new StringContent("{", Encoding.UTF8, "text/plain"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.UnsupportedMediaType), (badBody.StatusCode, badType.StatusCode));
    }

    [Fact]
    public async Task A_refusal_says_nothing_of_what_was_sent_to_the_caller_or_the_log()
    {
        var log = new SpokenLog();
        await using var door = await Door.OpenAsync(log: log);

        using var answer = await door.PostAsync(Posted.Message().With("conversation", "sentinel").With("sentinel", "sentinel"));

        Assert.Contains("conversation", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("sentinel", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("400", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("sentinel", StringComparison.Ordinal));
    }

    private sealed class Bytes : HttpContent
    {
        private readonly byte[] _body;
        private readonly bool _stated;

        public Bytes(byte[] body, bool stated)
        {
            (_body, _stated) = (body, stated);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_body).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return _stated;
        }
    }
}
