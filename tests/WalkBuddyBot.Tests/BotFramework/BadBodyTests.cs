using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Bodies that are too big, too deep, not JSON or not an activity: a 4xx each, and nothing is stored.</summary>
public sealed class BadBodyTests
{
    public static TheoryData<string, int> Bodies => new()
    {
        { "", 400 },
        { "{", 400 },
        { "nonsense", 400 },
        { "null", 400 },
        { "[]", 400 },
        { "\"message\"", 400 },
        { "{}", 400 },
        { """{"type":null}""", 400 },
        { """{"type":"message"}""", 400 },
        { """{"type":"message","text":"   "}""", 400 },
        { """{"type":5,"text":"hi"}""", 400 },
        { """{"type":"message","text":5}""", 400 },
        { """{"type":"message","text":["hi"]}""", 400 },
        { """{"type":"message","text":"hi","from":"me"}""", 400 },
        { """{"type":"message","text":"hi","attachments":{}}""", 400 },
        { """{"type":"message","text":"hi","channelData":"x"}""", 400 },
        { """{"type":"message","text":"hi","channelData":{"clientActivityID":7}}""", 400 },
        { """{"type":"message","text":"hi","channelData":{"clientActivityID":""}}""", 400 },
        { """{"Type":"message","Text":"hi"}""", 400 },
        { """{"type":"message","text":"hi",}""", 400 },
        { """{"type":"message","text":"hi"}{}""", 400 },
        { """{"type":"message","text":"hi"} // more""", 400 },
        { """{"type":"message","text":NaN}""", 400 },
        { """{"type":"message","text":"\ud800"}""", 400 },
        { """{"type":"message","text":"hi","value":{"x":"\udc00"}}""", 400 },
        { """{"type":"message","text":"hi","value":{"\ud800":1}}""", 400 },
        { """{"type":"message","text":"a\u0000b"}""", 400 },
        { """{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""", 400 },
        { """{"type":"endOfConversation"}""", 400 },
        { """{"type":"invoke","name":"adaptiveCard/action"}""", 400 },
        { """{"type":"event","name":"other"}""", 400 },
        { """{"type":"event"}""", 400 },
        { """{"type":"MESSAGE","text":"hi"}""", 400 },
        { $$"""{"type":"message","text":"{{new string('x', 4001)}}"}""", 413 },
        { $$"""{"type":"message","text":"hi","value":"{{new string('x', 70_000)}}"}""", 413 },
        { $$"""{"type":"message","text":"hi","value":"{{new string('x', 17_000)}}"}""", 413 },
        { $$$"""{"type":"message","text":"hi","channelData":{"messageBack":{"displayText":"{{{new string('x', 17_000)}}}"} } }""", 413 },
        { """{"type":"message","text":"hi","value":""" + new string('[', 40) + new string(']', 40) + "}", 400 },
        { $$"""{"type":"message","text":"hi","value":{{new string('[', 30_000)}}""", 400 },
        { $$$"""{"type":"message","text":"hi","channelData":{"clientActivityID":"{{{new string('x', 129)}}}"}}""", 400 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_refused_with_an_error_and_nothing_is_stored(string body, int status)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var answer = await visitor.PostAsync(body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(await Visitor.ErrorAsync(answer));
        Assert.Single(chat.Stores.Stored(visitor.Conversation));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_body_that_is_not_said_to_be_JSON_is_refused(string? contentType)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        foreach (var path in new[] { $"/conversations/{visitor.Conversation}/activities", "/conversations", "/tokens/generate" })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"type":"message","text":"hi"}"""));
            content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
            using var answer = await visitor.SendAsync(HttpMethod.Post, path, content);
            Assert.Equal((path, HttpStatusCode.UnsupportedMediaType), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_body_without_a_stated_length_is_cut_off_at_the_limit()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        foreach (var path in new[] { $"/conversations/{visitor.Conversation}/activities", "/conversations", "/tokens/generate" })
        {
            var endless = new EndlessContent(most: 8 * 1024 * 1024);
            var status = await StatusAsync(() => visitor.SendAsync(HttpMethod.Post, path, endless));

            // Kestrel may close the connection while the client still writes: then the client sees no answer, but was cut off as well.
            Assert.True(status is HttpStatusCode.RequestEntityTooLarge or null, $"{path}: {status}");
            Assert.True(endless.Written < 8 * 1024 * 1024, $"{path}: all of it was taken.");
        }

        Assert.Single(chat.Stores.Stored(visitor.Conversation));
    }

    [Fact]
    public async Task A_chunked_body_just_over_the_limit_is_413()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var answer = await visitor.SendAsync(
            HttpMethod.Post, $"/conversations/{visitor.Conversation}/activities", new EndlessContent(most: (64 * 1024) + 1));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (answer.StatusCode, await Visitor.ErrorAsync(answer)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"user":{"id":"\ud800"}}""")]
    public async Task The_optional_bodies_are_checked_when_they_are_there(string body)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var generate = await visitor.SendAsync(HttpMethod.Post, "/tokens/generate", Visitor.Json(body));
        using var begin = await visitor.SendAsync(HttpMethod.Post, "/conversations", Visitor.Json(body));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (generate.StatusCode, begin.StatusCode));
    }

    [Fact]
    public async Task A_user_named_in_the_body_of_a_token_request_is_ignored()
    {
        await using var chat = await WebChat.StartAsync();
        var victim = await chat.GreetedAsync();
        var userId = chat.Stores.Conversations.Single().UserId;
        var other = chat.Visitor();

        using var answer = await other.SendAsync(HttpMethod.Post, "/tokens/generate", Visitor.Json($$"""{"user":{"id":"{{userId}}"},"trustedOrigins":["*"]}"""));

        Assert.NotEqual(victim.Conversation, (await Visitor.BodyAsync(answer)).GetProperty("conversationId").GetString());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_never_a_fault_of_the_service()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var good = Encoding.UTF8.GetBytes("""{"type":"message","text":"hi","channelData":{"clientActivityID":"c"},"value":{"a":[1,2,{"b":null}]}}""");
        var random = new Random(20261123);

        for (var round = 0; round < 500; round++)
        {
            var bytes = good.ToArray();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await visitor.SendAsync(HttpMethod.Post, $"/conversations/{visitor.Conversation}/activities", content);
            Assert.True((int)answer.StatusCode < 500, $"Seed 20261123, round {round}: {answer.StatusCode}");
        }
    }

    private static async Task<HttpStatusCode?> StatusAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var answer = await send();
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private sealed class EndlessContent : HttpContent
    {
        private readonly int _most;

        public EndlessContent(int most)
        {
            _most = most;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        public int Written { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var spaces = new byte[16 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            while (Written < _most)
            {
                var part = Math.Min(spaces.Length, _most - Written);
                await stream.WriteAsync(spaces.AsMemory(0, part));
                Written += part;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
