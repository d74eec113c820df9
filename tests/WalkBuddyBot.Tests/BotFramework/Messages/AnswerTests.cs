using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary>What each type is answered with, in time, whatever the bot does.</summary>
public sealed class AnswerTests
{
    private static readonly BotActivity Reply = new() { Type = ActivityTypes.Message, Text = "hello" };

    [Theory]
    [InlineData("message")]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    public async Task What_is_run_is_answered_200_without_a_body(string type)
    {
        await using var door = await Door.OpenAsync();

        using var answer = await door.PostAsync(Posted.Message().With("type", type).With("name", "webchat/join"));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Single(door.Bot.Committed);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("trace")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("Message")]
    [InlineData("somethingNew")]
    public async Task What_needs_nothing_done_is_answered_200_and_stored_nowhere(string type)
    {
        await using var door = await Door.OpenAsync();

        using var answer = await door.PostAsync(Posted.Message().With("type", type));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Empty(door.Stores.InboxKeys);
        Assert.Empty(door.Bot.Handed);
    }

    [Theory]
    [InlineData(200, """{"statusCode":200}""")]
    [InlineData(400, """{"statusCode":400,"type":"application/vnd.microsoft.error"}""")]
    [InlineData(200, null)]
    [InlineData(501, null)]
    public async Task An_invoke_is_answered_with_the_bots_own_status_and_body(int status, string? body)
    {
        await using var door = await Door.OpenAsync();
        door.Bot.Answer = _ => Task.FromResult(new InboundAnswer(status, body is null ? null : JsonElement.Parse(body), []));

        using var answer = await door.PostAsync(Posted.Invoke());

        Assert.Equal((status, body ?? ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(body is null ? null : "application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_answer_and_a_repeat_gets_them_again()
    {
        await using var door = await Door.OpenAsync();
        door.Bot.Answer = _ => Task.FromResult(InboundAnswer.Ok with { Replies = [Reply] });
        var asking = Posted.Message().With("deliveryMode", "expectReplies");

        using var first = await door.PostAsync(asking);
        using var again = await door.PostAsync(asking);

        var said = JsonNode.Parse(await first.Content.ReadAsStringAsync())!;
        Assert.Equal("hello", (string?)said["activities"]![0]!["text"]);
        Assert.Null(said["body"]);
        Assert.Equal(said.ToJsonString(), JsonNode.Parse(await again.Content.ReadAsStringAsync())!.ToJsonString());
        Assert.Single(door.Bot.Handed);
        Assert.Empty(door.Sink.Sent);
    }

    [Fact]
    public async Task Expected_replies_to_an_invoke_carry_its_body()
    {
        await using var door = await Door.OpenAsync();
        door.Bot.Answer = _ => Task.FromResult(new InboundAnswer(200, JsonElement.Parse("""{"x":1}"""), [Reply]));

        using var answer = await door.PostAsync(Posted.Invoke().With("deliveryMode", "expectReplies"));

        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((1, 1), ((int)said["body"]!["x"]!, said["activities"]!.AsArray().Count));
    }

    [Fact]
    public async Task No_replies_expected_or_not_is_an_empty_list()
    {
        await using var door = await Door.OpenAsync();

        using var answer = await door.PostAsync(Posted.Message().With("deliveryMode", "expectReplies"));

        Assert.Equal("""{"activities":[]}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("invoke", HttpStatusCode.InternalServerError)]
    [InlineData("message", HttpStatusCode.ServiceUnavailable)]
    public async Task A_failing_bot_is_500_for_an_invoke_and_503_for_what_is_run_again(string type, HttpStatusCode status)
    {
        await using var door = await Door.OpenAsync();
        door.Bot.Answer = _ => throw new InvalidOperationException("a secret");

        using var answer = await door.PostAsync(Posted.Message().With("type", type).With("name", "adaptiveCard/action"));

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(type == "message" ? 1 : 0, (await door.Stores.UnfinishedAsync("connector", 10, CancellationToken.None)).Count);
        Assert.Equal(type == "message", answer.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task A_turn_that_takes_long_is_answered_503_within_ten_seconds_and_goes_on()
    {
        var held = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        await using var door = await Door.OpenAsync();
        door.Bot.Answer = async _ =>
        {
            began.TrySetResult();
            await held.Task;
            return InboundAnswer.Ok;
        };
        var posting = door.PostAsync(Posted.Message());
        await began.Task.WaitAsync(WebChat.Guard);

        await LateAsync(door.Time, posting);
        using var late = await posting;
        var repeat = door.PostAsync(Posted.Message());
        held.SetResult();
        using var again = await repeat;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (late.StatusCode, again.StatusCode));
        Assert.NotNull(late.Headers.RetryAfter);
        Assert.Single(door.Bot.Handed);
    }

    [Fact]
    public async Task A_turn_that_is_committed_is_answered_in_time_though_its_replies_are_slow_to_go_out()
    {
        var held = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        await using var door = await Door.OpenAsync();
        door.Bot.Answer = _ => Task.FromResult(new InboundAnswer(200, JsonElement.Parse("""{"x":1}"""), []));
        door.Bot.After = () =>
        {
            began.TrySetResult();
            return held.Task;
        };
        var posting = door.PostAsync(Posted.Invoke());
        await began.Task.WaitAsync(WebChat.Guard);

        await LateAsync(door.Time, posting);
        using var answer = await posting;
        held.SetResult();

        Assert.Equal((HttpStatusCode.OK, """{"x":1}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task With_the_store_away_everything_is_503_and_says_when_to_come_again()
    {
        await using var door = await Door.OpenAsync();
        door.Stores.Away = true;
        door.Bot.Answer = _ => throw new StoreUnavailableException();

        foreach (var activity in new[] { Posted.Message(), Posted.Invoke(), Posted.Message().With("deliveryMode", "expectReplies") })
        {
            using var answer = await door.PostAsync(activity);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("expectReplies")]
    public async Task An_alarm_is_answered_though_nothing_can_be_stored(string? mode)
    {
        await using var door = await Door.OpenAsync();
        door.Stores.Away = true;
        door.Bot.Commits = false;
        door.Bot.Answer = _ => Task.FromResult(InboundAnswer.Ok with { Replies = [Reply] });

        using var answer = await door.PostAsync(Posted.Message().With("deliveryMode", mode));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(mode is null ? 1 : 0, door.Sink.Sent.Count(sent => sent is { Activity.Text: "hello", To.ServiceUrl: "http://localhost:56150" }));
        Assert.Equal(mode is not null, (await answer.Content.ReadAsStringAsync()).Contains("hello", StringComparison.Ordinal));
    }

    private static async Task LateAsync(FakeTimeProvider time, Task posting)
    {
        time.Advance(TimeSpan.FromSeconds(9));
        await posting.WaitAsync(WebChat.Guard);
    }
}
