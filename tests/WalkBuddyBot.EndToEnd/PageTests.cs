namespace WalkBuddyBot.EndToEnd;

public sealed class PageTests(House house) : IClassFixture<House>
{
    [BrowserFact]
    public async Task A_visit_leaves_no_error_in_the_console_and_asks_no_other_host()
    {
        await using var visitor = await house.WelcomeAsync();
        await visitor.Tab.AskAsync("why does walking help my back?");
        await visitor.Tab.Suggestions.First.ClickAsync();
        await visitor.Tab.AskAsync("help");
        await visitor.Tab.Page.ReloadAsync();
        await Assertions.Expect(visitor.Tab.FromUser.Last).ToContainTextAsync("help", new() { Timeout = 60_000 });

        Assert.Empty(visitor.Troubles);
        Assert.Contains(visitor.Asked, address => address.Scheme == "ws");
        Assert.DoesNotContain(
            visitor.Asked,
            address => address.Scheme is not ("blob" or "data") && address.Authority != house.Service.Address.Authority);
    }

    [BrowserFact]
    public async Task The_page_says_what_it_is_and_that_a_closed_page_cannot_ring()
    {
        await using var visitor = await house.WelcomeAsync();
        var page = visitor.Tab.Page;

        await Assertions.Expect(page).ToHaveTitleAsync("WalkBuddyBot");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("WalkBuddyBot");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("header").GetByText("A closed page cannot ring")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Tab.State).ToHaveTextAsync("");
    }

    [BrowserFact]
    public async Task A_small_telephone_needs_no_sideways_scroll()
    {
        await using var visitor = await house.WelcomeAsync(new() { ViewportSize = new() { Width = 320, Height = 640 } });
        var tab = visitor.Tab;
        await tab.AskAsync("why does walking help my back?");

        var tooWide = await tab.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - innerWidth");
        await tab.PictureAsync("small");

        Assert.True(tooWide <= 0, $"The page is {tooWide} pixels wider than the screen.");
        await Assertions.Expect(tab.SendBox).ToBeInViewportAsync();
        await Assertions.Expect(tab.Suggestions.First).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task In_the_light_nobody_is_shut_out() => await CheckAccessAsync(ColorScheme.Light);

    [BrowserFact]
    public async Task In_the_dark_nobody_is_shut_out() => await CheckAccessAsync(ColorScheme.Dark);

    private async Task CheckAccessAsync(ColorScheme scheme)
    {
        await using var visitor = await house.WelcomeAsync(new() { ColorScheme = scheme });
        await visitor.Tab.AskAsync("why does walking help my back?");
        await Assertions.Expect(visitor.Tab.Suggestions.First).ToBeVisibleAsync();
        await visitor.Tab.PictureAsync(scheme.ToString().ToLowerInvariant());

        Assert.Empty(await visitor.Tab.BarriersAsync());
    }
}
