namespace WalkBuddyBot.EndToEnd;

public sealed class ReminderTests(House house) : IClassFixture<House>
{
    [BrowserFact]
    public async Task A_reminder_rings_on_the_open_page_and_its_buttons_work_from_two_tabs()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;
        var other = await visitor.OpenAsync();
        await tab.AskAsync("remind me in 1 minute");

        await Assertions.Expect(tab.Button("I walked")).ToBeVisibleAsync(new() { Timeout = 100_000 });
        await Assertions.Expect(tab.Button("In 30 minutes")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Button("Not today")).ToBeVisibleAsync();
        await Assertions.Expect(other.Button("I walked")).ToBeVisibleAsync();
        await tab.PictureAsync("nudge");
        Assert.Empty(await tab.BarriersAsync());
        await other.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await other.PictureAsync("nudge-dark");
        Assert.Empty(await other.BarriersAsync());

        await tab.Button("I walked").ClickAsync();
        var noted = tab.FromBot.Filter(new() { HasTextRegex = new("(?i)noted|logged") });
        await Assertions.Expect(noted.First).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await tab.PictureAsync("walked");

        var before = await tab.FromBot.CountAsync();
        await other.Button("I walked").ClickAsync();
        await Assertions.Expect(other.FromBot.Nth(before)).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(tab.FromBot.Nth(before)).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await tab.PictureAsync("walked-twice");

        Assert.Equal(await tab.TranscriptAsync(), await other.TranscriptAsync());
        await Assertions.Expect(tab.FromUser).ToHaveCountAsync(1);
        Assert.NotEmpty(await tab.AskAsync("help"));
        Assert.Empty(visitor.Troubles);
    }
}
