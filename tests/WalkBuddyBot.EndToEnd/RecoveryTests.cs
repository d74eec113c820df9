namespace WalkBuddyBot.EndToEnd;

public sealed class RecoveryTests(House house) : IClassFixture<House>
{
    private const string Expired = """{"error":{"code":"TokenExpired","message":"The token has expired."}}""";

    [BrowserFact]
    public async Task A_restart_of_the_service_is_survived_with_the_page_open()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;
        await tab.AskAsync("why does walking help my back?");
        var before = await tab.TranscriptAsync();
        await tab.SendBox.FillAsync("half a sentence");

        await house.Service.KillAsync();
        await Assertions.Expect(tab.State).ToContainTextAsync("Reconnecting", new() { Timeout = 60_000 });
        await tab.PictureAsync("reconnecting");
        await house.Service.StartAsync();

        await Assertions.Expect(tab.State).ToHaveTextAsync("", new() { Timeout = 90_000 });
        await Assertions.Expect(tab.SendBox).ToHaveValueAsync("half a sentence");
        await Assertions.Expect(tab.Bubbles).ToHaveCountAsync(before.Count, new() { Timeout = 60_000 });
        Assert.Equal(before, await tab.TranscriptAsync());
        Assert.NotEmpty(await tab.AskAsync("help"));
        Assert.NotEmpty(visitor.Troubles);
        Assert.All(visitor.Troubles, trouble => Assert.Contains("ERR_CONNECTION_REFUSED", trouble, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task What_is_said_while_the_service_is_away_arrives_once_when_it_is_back()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;

        await house.Service.KillAsync();
        await tab.SayAsync("how do I start walking?");
        await Assertions.Expect(tab.State).ToContainTextAsync("Reconnecting", new() { Timeout = 60_000 });
        await house.Service.StartAsync();

        Assert.NotEmpty(await tab.AnswerToAsync("how do I start walking?"));
        await Assertions.Expect(tab.FromUser).ToHaveCountAsync(1);
        Assert.Single(
            await visitor.TranscriptAsync(),
            activity => activity.TryGetProperty("text", out var text) && text.GetString() == "how do I start walking?");
    }

    [BrowserFact]
    public async Task A_service_too_busy_to_take_a_message_gets_it_again()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;
        await tab.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 503 }), new() { Times = 1 });

        await tab.SayAsync("why does walking help my back?");

        Assert.Matches("(?i)article", await tab.AnswerToAsync("why does walking help my back?"));
        await Assertions.Expect(tab.FromUser).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_message_that_came_too_fast_is_sent_again_when_there_is_room()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;
        await tab.Page.RouteAsync("**/activities", route => route.FulfillAsync(TooFast("1")), new() { Times = 2 });

        await tab.SayAsync("why does walking help my back?");

        Assert.Matches("(?i)article", await tab.AnswerToAsync("why does walking help my back?"));
        await Assertions.Expect(tab.FromUser).ToHaveCountAsync(1);
        await Assertions.Expect(tab.State).ToHaveTextAsync("");
    }

    [BrowserFact]
    public async Task A_page_that_is_refused_for_long_comes_back_with_what_was_said()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;
        await tab.Page.RouteAsync("**/activities", route => route.FulfillAsync(TooFast("60")), new() { Times = 1 });
        await tab.Page.RouteAsync("**/tokens/generate", route => route.FulfillAsync(TooFast("1")), new() { Times = 1 });

        await tab.SayAsync("why does walking help my back?");

        Assert.Matches("(?i)article", await tab.AnswerToAsync("why does walking help my back?"));
        await Assertions.Expect(tab.FromUser).ToHaveCountAsync(1);
        await Assertions.Expect(tab.State).ToHaveTextAsync("");
        Assert.NotEmpty(await tab.AskAsync("help"));
    }

    [BrowserFact]
    public async Task An_expired_token_is_replaced_and_what_was_said_with_it_arrives_once()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;
        await tab.Page.RouteAsync(
            "**/activities",
            route => route.FulfillAsync(new() { Status = 403, ContentType = "application/json", Body = Expired }),
            new() { Times = 1 });

        await tab.SayAsync("why does walking help my back?");

        Assert.Matches("(?i)article", await tab.AnswerToAsync("why does walking help my back?"));
        await Assertions.Expect(tab.FromUser).ToHaveCountAsync(1);
        await Assertions.Expect(tab.State).ToHaveTextAsync("");
        Assert.NotEmpty(await tab.AskAsync("help"));
    }

    [BrowserFact]
    public async Task Where_sockets_are_forbidden_the_page_asks_instead()
    {
        await using var visitor = await Visitor.ArriveAsync(house.Browser, house.Service.Address, new());
        await visitor.ForbidSocketsAsync();

        var tab = await visitor.OpenAsync();
        Assert.Matches("(?i)article", await tab.AskAsync("why does walking help my back?"));

        await house.Service.KillAsync();
        await Assertions.Expect(tab.State).ToContainTextAsync("Reconnecting", new() { Timeout = 60_000 });
        await house.Service.StartAsync();

        await Assertions.Expect(tab.State).ToHaveTextAsync("", new() { Timeout = 90_000 });
        Assert.NotEmpty(await tab.AskAsync("help"));
    }

    private static RouteFulfillOptions TooFast(string retryAfter) => new()
    {
        Status = 429,
        ContentType = "application/json",
        Headers = [new("Retry-After", retryAfter)],
        Body = """{"error":{"code":"TooManyRequests","message":"That was too much in a short time."}}""",
    };
}
