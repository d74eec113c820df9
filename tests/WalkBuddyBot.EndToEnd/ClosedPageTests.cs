namespace WalkBuddyBot.EndToEnd;

public sealed class ClosedPageTests(House house) : IClassFixture<House>
{
    [BrowserFact]
    public async Task A_reminder_of_a_closed_page_waits_and_shows_once()
    {
        await using var visitor = await house.WelcomeAsync();
        await visitor.Tab.AskAsync("remind me in 1 minute");
        await visitor.Tab.Page.CloseAsync();
        await Until.TrueAsync(
            async () => (await visitor.TranscriptAsync()).Any(said => said.ToString().Contains("I walked", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(100),
            () => "The reminder was never written into the conversation.");

        var tab = await visitor.OpenAsync();

        await Assertions.Expect(tab.Buttons("I walked")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await tab.PictureAsync("reopened");
    }
}
