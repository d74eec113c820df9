using System.Net;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Where reading starts.</summary>
public sealed class WatermarkTests
{
    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1.5")]
    [InlineData(" 1")]
    [InlineData("+1")]
    [InlineData("0x1")]
    [InlineData("99999999999999999999")]
    [InlineData("１")]
    public async Task A_junk_watermark_is_refused(string watermark)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        foreach (var path in new[] { $"/conversations/{visitor.Conversation}", $"/conversations/{visitor.Conversation}/activities" })
        {
            using var answer = await visitor.SendAsync(HttpMethod.Get, $"{path}?watermark={Uri.EscapeDataString(watermark)}");
            Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (answer.StatusCode, await Visitor.ErrorAsync(answer)));
        }
    }

    [Fact]
    public async Task Polling_without_one_gives_the_history_and_with_one_what_came_after()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        var (history, watermark) = await visitor.PollAsync();
        await visitor.SayAsync("hi");
        await chat.Bot.EndedAsync();

        var (after, end) = await visitor.PollAsync(watermark);
        var (none, still) = await visitor.PollAsync(end);

        Assert.Equal("Hello.", Assert.Single(history).GetProperty("text").GetString());
        Assert.Equal(["hi", "You said: hi"], after.Select(activity => activity.GetProperty("text").GetString()));
        Assert.Empty(none);
        Assert.Equal("3", still);
        Assert.Equal(3, (await visitor.PollAsync("")).Activities.Count);
    }

    [Fact]
    public async Task Taking_a_conversation_up_without_one_shows_only_what_comes_from_now_on()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        await visitor.ResumeAsync();
        using var page = await visitor.OpenAsync();

        await visitor.SayAsync("new");

        Assert.Equal("new", await page.NextTextAsync());
    }

    [Fact]
    public async Task One_beyond_the_end_is_taken_for_the_end_so_that_nobody_goes_deaf()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        var (none, watermark) = await visitor.PollAsync("9000");
        await visitor.ResumeAsync("9000");
        using var page = await visitor.OpenAsync();
        await visitor.SayAsync("heard");

        Assert.Empty(none);
        Assert.Equal("1", watermark);
        Assert.Equal("heard", await page.NextTextAsync());
    }

    [Fact]
    public async Task One_of_another_conversation_opens_nothing_of_it()
    {
        await using var chat = await WebChat.StartAsync();
        var talker = await chat.GreetedAsync();
        await talker.SayAsync("my secret");
        await chat.Bot.EndedAsync();
        var (_, foreign) = await talker.PollAsync();
        var visitor = await chat.GreetedAsync();

        var (none, watermark) = await visitor.PollAsync(foreign);
        await visitor.ResumeAsync(foreign);
        using var page = await visitor.OpenAsync();
        await visitor.SayAsync("mine");

        Assert.Empty(none);
        Assert.Equal(("3", "1"), (foreign, watermark));
        Assert.Equal("mine", await page.NextTextAsync());
    }

    [Fact]
    public async Task A_watermark_in_the_streams_address_changes_nothing()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();

        using var page = await PageSocket.OpenAsync(visitor.StreamUrl + "&watermark=-99999999999999999999");

        Assert.Equal("Hello.", await page.NextTextAsync());
    }
}
