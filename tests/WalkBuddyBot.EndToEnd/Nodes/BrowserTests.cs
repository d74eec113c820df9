namespace WalkBuddyBot.EndToEnd.Nodes;

/// <summary>Two tabs of one browser, each at another node.</summary>
public sealed class BrowserTests
{
    [NodesInBrowserFact]
    public async Task A_tab_whose_node_is_killed_comes_back_with_what_was_said_at_the_other()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        await Task.WhenAll(nodes.StartAsync(nodes.One), nodes.StartAsync(nodes.Other));
        await using var visitor = await Visitor.ArriveAsync(browser, nodes.One.Address, new());
        var atOne = await visitor.OpenAsync();
        var atOther = await visitor.OpenAsync(nodes.Other.Address);
        await atOne.AskAsync("why does walking help my back?");
        await atOther.AnswerToAsync("why does walking help my back?");

        await nodes.One.KillAsync();
        await Assertions.Expect(atOne.State).ToContainTextAsync("Reconnecting", new() { Timeout = 60_000 });
        await atOther.AskAsync("how do I start walking?");
        await nodes.StartAsync(nodes.One);

        await atOne.AnswerToAsync("how do I start walking?");
        await Assertions.Expect(atOne.State).ToHaveTextAsync("", new() { Timeout = 90_000 });
        await Assertions.Expect(atOne.Bubbles).ToHaveCountAsync(5);
        Assert.Equal(await atOther.TranscriptAsync(), await atOne.TranscriptAsync());
    }

    [NodesInBrowserFact]
    public async Task What_is_deleted_in_one_tab_vanishes_from_the_tab_at_the_other_node()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        await Task.WhenAll(nodes.StartAsync(nodes.One), nodes.StartAsync(nodes.Other));
        await using var visitor = await Visitor.ArriveAsync(browser, nodes.One.Address, new());
        var atOne = await visitor.OpenAsync();
        var atOther = await visitor.OpenAsync(nodes.Other.Address);
        await atOne.AskAsync("walked 10 minutes");
        await atOther.AnswerToAsync("walked 10 minutes");

        await atOne.AskAsync("delete my data");
        await atOne.SayAsync("yes");

        await Assertions.Expect(atOne.FromUser.Filter(new() { HasText = "walked" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(atOther.FromUser.Filter(new() { HasText = "walked" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(atOther.FromBot.First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(await atOne.TranscriptAsync(), await atOther.TranscriptAsync());
    }
}
