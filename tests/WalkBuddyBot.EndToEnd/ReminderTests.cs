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

        // Both tabs at once: the card folds in both as soon as one press is through, so either may find no button any more, never both.
        var pressed = await Task.WhenAll(PressIfThereAsync(tab), PressIfThereAsync(other));
        Assert.Contains(true, pressed);
        var noted = tab.FromBot.Filter(new() { HasTextRegex = new("This week: 10 minutes in 1 walk") });
        await Assertions.Expect(noted.First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(tab.Button("I walked")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Button("I walked")).ToHaveCountAsync(0);
        await tab.PictureAsync("walked");
        Assert.Contains("15 minutes in 2 walks", await tab.AskAsync("I walked 5 minutes"), StringComparison.Ordinal);

        Assert.Equal(await tab.TranscriptAsync(), await other.TranscriptAsync());
        Assert.NotEmpty(await tab.AskAsync("help"));
        Assert.Empty(visitor.Troubles);
    }

    private static async Task<bool> PressIfThereAsync(Tab tab)
    {
        try
        {
            await tab.Button("I walked").ClickAsync(new() { Timeout = 5_000 });
            return true;
        }
        catch (TimeoutException)
        {
            // The other tab was first, and the card has folded.
            return false;
        }
    }
}
