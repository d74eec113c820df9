using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.BotFramework.Connector;

/// <summary>The client and its sink, over real HTTP.</summary>
public sealed class ConnectorSinkTests : IAsyncLifetime
{
    private const string Teams = """{"errorCode":209,"message":"{\n  \"subCode\": \"MessageWritesBlocked\",\n  \"details\": \"x\"\n}"}""";

    private static readonly BotActivity Message = new() { Type = ActivityTypes.Message, Text = "Hello." };

    private LoopbackConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await LoopbackConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Fact]
    public async Task A_message_is_posted_to_its_conversation_with_every_id_escaped()
    {
        var outcome = await _connector.SendAsync(Message);

        Assert.Equal(new SinkOutcome.Accepted("out-1"), outcome);
        Assert.Equal(("POST", "/amer/v3/conversations/a%3A1%3Bx%40y%3D%2F%C3%A4%7C/activities"), (Asked.Method, Asked.Target));
        Assert.Equal("application/json; charset=utf-8", Asked.Headers["Content-Type"]);
        Assert.False(Asked.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task It_carries_who_where_and_how_and_nothing_that_only_a_channel_gives()
    {
        await _connector.SendAsync(Message with
        {
            Id = "1",
            Timestamp = "t",
            LocalTimestamp = "t",
            ServiceUrl = "http://elsewhere",
            DeliveryMode = "normal",
            ReplyToId = "asked-1",
        });

        Assert.Equal(
            """{"type":"message","channelId":"msteams","from":{"id":"28:bot","name":"WalkBuddyBot"},"conversation":{"id":"a:1;x@y=/\u00E4|","conversationType":"personal","tenantId":"tenant-1"},"recipient":{"id":"29:ana","name":"Ana","aadObjectId":"aad-1"},"text":"Hello.","textFormat":"plain","locale":"en-US","replyToId":"asked-1","channelData":{"tenant":{"id":"tenant-1"}}}""",
            Asked.Body.ToJsonString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//")]
    public async Task The_base_ends_with_one_slash_however_it_came(string end)
    {
        await _connector.SendAsync(Message, _connector.Reference with { ServiceUrl = _connector.Url.TrimEnd('/') + end });

        Assert.StartsWith("/amer/v3/conversations/", Asked.Target);
    }

    [Fact]
    public async Task A_reply_goes_to_what_it_answers()
    {
        await _connector.SendAsync(Message with { ReplyToId = "1:asked" });

        Assert.EndsWith("/activities/1%3Aasked", Asked.Target);
    }

    [Fact]
    public async Task A_reply_to_what_was_deleted_is_said_all_the_same()
    {
        _connector.Play = http => http.Request.Path.Value!.EndsWith("asked", StringComparison.Ordinal) ? Answer(http, 404, "ActivityNotFoundInConversation") : Taken(http);

        var outcome = await _connector.SendAsync(Message with { ReplyToId = "asked" });

        Assert.Equal(new SinkOutcome.Accepted("out-1"), outcome);
        Assert.Null(_connector.Asked[1].Body["replyToId"]);
    }

    [Fact]
    public async Task An_older_message_is_put_anew()
    {
        Assert.Equal(new SinkOutcome.Accepted("out-1"), await _connector.UpdateAsync(Message, "1:older"));

        Assert.Equal("PUT", Asked.Method);
        Assert.EndsWith("/activities/1%3Aolder", Asked.Target);
    }

    [Fact]
    public async Task Where_the_older_message_is_gone_or_its_id_was_never_told_the_words_are_said_as_new()
    {
        await _connector.UpdateAsync(Message, older: null);
        _connector.Play = http => http.Request.Method == "PUT" ? Answer(http, 404, "ActivityNotFoundInConversation") : Taken(http);

        Assert.Equal(new SinkOutcome.Accepted("out-1"), await _connector.UpdateAsync(Message, "older"));
        Assert.Equal(["POST", "PUT", "POST"], _connector.Asked.Select(asked => asked.Method));
    }

    [Theory]
    [InlineData(405)]
    [InlineData(501)]
    public async Task Where_the_channel_draws_nothing_anew_the_words_are_said_as_new(int status)
    {
        _connector.Play = http => http.Request.Method == "PUT" ? Answer(http, status, "MethodNotAllowed") : Taken(http);

        Assert.Equal(new SinkOutcome.Accepted("out-1"), await _connector.UpdateAsync(Message, "older"));
        Assert.Equal(["PUT", "POST"], _connector.Asked.Select(asked => asked.Method));
    }

    [Theory]
    [InlineData(400, "BadSyntax", "Refused bad request")]
    [InlineData(401, "BotNotRegistered", "Refused not authorised")]
    [InlineData(403, "BotDisabledByAdmin", "Gone disabled")]
    [InlineData(403, "BotNotInConversationRoster", "Gone not installed")]
    [InlineData(403, "ConversationBlockedByUser", "Gone blocked")]
    [InlineData(403, "InvalidBotApiHost", "Refused forbidden")]
    [InlineData(403, "NotEnoughPermissions", "Refused forbidden")]
    [InlineData(404, "ConversationNotFound", "Gone conversation gone")]
    [InlineData(405, "", "Refused refused")]
    [InlineData(408, "", "Later busy")]
    [InlineData(412, "PreconditionFailed", "Later busy")]
    [InlineData(413, "MessageSizeTooBig", "Refused too large")]
    [InlineData(429, "Throttled", "Later throttled")]
    [InlineData(500, "ServiceError", "Refused service error")]
    [InlineData(502, "", "Unknown bad gateway")]
    [InlineData(503, "", "Later busy")]
    [InlineData(504, "", "Unknown bad gateway")]
    [InlineData(529, "", "Later busy")]
    public async Task A_status_means_what_the_table_says(int status, string code, string outcome)
    {
        _connector.Play = http => Answer(http, status, code);

        Assert.Equal(outcome, Said(await _connector.SendAsync(Message)));
        Assert.Single(_connector.Asked);
    }

    [Fact]
    public async Task Teams_says_blocked_in_a_text_within_a_text()
    {
        _connector.Play = http => Raw(http, 403, Teams);

        Assert.Equal("Gone blocked", Said(await _connector.SendAsync(Message)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"error":7}""")]
    [InlineData("""{"error":{"code":["x"]}}""")]
    [InlineData("""{"message":"{"}""")]
    [InlineData("""{"message":"{\"subCode\":{}}"}""")]
    public async Task An_error_that_cannot_be_read_leaves_its_status(string body)
    {
        _connector.Play = http => Raw(http, 403, body);

        Assert.Equal("Refused forbidden", Said(await _connector.SendAsync(Message)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"id":7}""")]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task Taken_without_an_id_is_taken(string body)
    {
        _connector.Play = http => Raw(http, 201, body);

        Assert.Equal(new SinkOutcome.Accepted(null), await _connector.SendAsync(Message));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("0", 0)]
    [InlineData("17", 17)]
    [InlineData("-5", 1)]
    [InlineData("soon", 1)]
    [InlineData("1e9", 1)]
    [InlineData("1000000000", 1_000_000_000)]
    [InlineData("99999999999999", 1)]
    [InlineData("Mon, 23 Nov 2026 09:02:00 GMT", 120)]
    [InlineData("Mon, 23 Nov 2026 08:00:00 GMT", 0)]
    public async Task Retry_after_is_heeded_in_seconds_or_as_a_date(string? after, int seconds)
    {
        _connector.Play = http =>
        {
            if (after is not null)
            {
                http.Response.Headers.RetryAfter = after;
            }

            return Answer(http, 429, "Throttled");
        };

        var later = Assert.IsType<SinkOutcome.Later>(await _connector.SendAsync(Message));

        Assert.Equal(TimeSpan.FromSeconds(seconds), later.After);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        _connector.Play = http =>
        {
            http.Response.Headers.Location = "/elsewhere";
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        Assert.Equal("Refused redirected", Said(await _connector.SendAsync(Message)));
        Assert.Single(_connector.Asked);
    }

    [Theory]
    [InlineData(200, "Accepted ")]
    [InlineData(503, "Later busy")]
    public async Task An_endless_answer_is_not_read_to_its_end(int status, string outcome)
    {
        _connector.Play = async http =>
        {
            http.Response.StatusCode = status;
            var some = new byte[64 * 1024];
            for (var i = 0; i < 160 && !http.RequestAborted.IsCancellationRequested; i++)
            {
                await http.Response.Body.WriteAsync(some, http.RequestAborted);
            }
        };

        Assert.Equal(outcome, Said(await _connector.SendAsync(Message)));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_sending_leaves_it_unknown()
    {
        _connector.Play = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal("Unknown broken off", Said(await _connector.SendAsync(Message)));
        Assert.Single(_connector.Asked);
    }

    [Fact]
    public async Task Silence_for_ten_seconds_leaves_it_unknown()
    {
        _connector.Play = http =>
        {
            _connector.Time.Advance(TimeSpan.FromSeconds(10));
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        };

        Assert.Equal("Unknown timeout", Said(await _connector.SendAsync(Message)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_may_no_longer_begin_when_its_connection_stands_never_leaves(int times)
    {
        var asked = 0;

        var outcome = await _connector.Sink.SendAsync(_connector.Reference, Message, "ours", () => asked++ < times, CancellationToken.None);

        Assert.Equal(times == 0, outcome is SinkOutcome.NotBegun);
        Assert.Equal(times, _connector.Asked.Count);
    }

    [Fact]
    public async Task A_reply_that_may_no_longer_begin_is_not_said_as_new_either()
    {
        var outcome = await _connector.Sink.SendAsync(
            _connector.Reference, Message with { ReplyToId = "asked-1" }, "ours", () => false, CancellationToken.None);

        Assert.IsType<SinkOutcome.NotBegun>(outcome);
        Assert.Empty(_connector.Asked);
    }

    [Theory]
    [InlineData(429, null, true)]
    [InlineData(429, "7", true)]
    [InlineData(503, "7", true)]
    [InlineData(503, null, false)]
    [InlineData(412, "7", false)]
    public async Task Who_is_asked_too_often_or_says_when_it_is_back_means_everything_that_goes_there(int status, string? after, bool all)
    {
        _connector.Play = http =>
        {
            http.Response.Headers.RetryAfter = after;
            return Answer(http, status, "x");
        };

        Assert.Equal(all, Assert.IsType<SinkOutcome.Later>(await _connector.SendAsync(Message)).ForAll);
    }

    [Fact]
    public async Task What_could_not_connect_was_not_sent()
    {
        await _connector.StopAsync();

        Assert.Equal("Later cannot connect", Said(await _connector.SendAsync(Message)));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://127.0.0.1@192.0.2.1/")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("http://localhost.example/")]
    [InlineData("http://127.0.0.1/?x=1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not a url")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_stored_url_that_leads_elsewhere_is_not_called(string? url)
    {
        Assert.Equal("Refused no connector that may be called", Said(await _connector.SendAsync(Message, _connector.Reference with { ServiceUrl = url })));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_id_that_would_lead_elsewhere_in_the_path_is_not_used(string? id)
    {
        var to = _connector.Reference with { Conversation = new ConversationAccount { Id = id } };

        Assert.Equal("Refused no connector that may be called", Said(await _connector.SendAsync(Message, to)));
        await _connector.SendAsync(Message with { ReplyToId = id });
        Assert.EndsWith("/activities", Asked.Target);
    }

    private (string Method, string Target, IReadOnlyDictionary<string, string> Headers, JsonObject Body) Asked => _connector.Asked[^1];

    private static string Said(SinkOutcome outcome) => outcome switch
    {
        SinkOutcome.Accepted(var id) => $"Accepted {id}",
        SinkOutcome.Later(_, var reason) => $"Later {reason}",
        SinkOutcome.Refused(var reason) => $"Refused {reason}",
        SinkOutcome.Gone(var reason) => $"Gone {reason}",
        SinkOutcome.Unknown(var reason) => $"Unknown {reason}",
        _ => outcome.ToString(),
    };

    private static Task Taken(HttpContext http) => Raw(http, 200, """{"id":"out-1"}""");

    private static Task Answer(HttpContext http, int status, string code) =>
        Raw(http, status, JsonSerializer.Serialize(new { error = new { code, message = "x" } }));

    private static Task Raw(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    }
}
