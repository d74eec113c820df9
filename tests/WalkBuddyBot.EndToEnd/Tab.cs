using Deque.AxeCore.Playwright;

namespace WalkBuddyBot.EndToEnd;

/// <summary>The chat page as a person sees it.</summary>
/// <remarks>Web Chat writes each text twice, once for screen readers; so bubbles are asked, not texts.</remarks>
public sealed class Tab(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Bubbles => Page.Locator(".webchat__bubble");

    public ILocator FromBot => Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");

    public ILocator FromUser => Page.Locator(".webchat__bubble--from-user");

    public ILocator Suggestions => Page.Locator(".webchat__suggested-action");

    public ILocator SendBox => Page.Locator("[data-id='webchat-sendbox-input']");

    public ILocator State => Page.Locator("#state");

    /// <summary>The buttons of that name on all cards, oldest first.</summary>
    public ILocator Buttons(string name) => Page.Locator(".ac-pushButton").GetByText(name, new() { Exact = true });

    /// <summary>The button of that name on the newest card.</summary>
    public ILocator Button(string name) => Buttons(name).Last;

    public async Task SayAsync(string words)
    {
        await SendBox.FillAsync(words);
        await SendBox.PressAsync("Enter");
    }

    /// <summary>Says it and waits for what the bot says next.</summary>
    public async Task<string> AskAsync(string words)
    {
        await SayAsync(words);

        return await AnswerToAsync(words);
    }

    /// <summary>The first bubble of the bot after the newest bubble of the person that says this.</summary>
    public async Task<string> AnswerToAsync(string words)
    {
        await Assertions.Expect(FromUser.Filter(new() { HasText = words }).Last).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var said = await Page.WaitForFunctionAsync(
            """
            words => {
              const bubbles = [...document.querySelectorAll('.webchat__bubble')];
              const isMine = bubble => bubble.matches('.webchat__bubble--from-user');
              const said = bubbles.findLastIndex(bubble => isMine(bubble) && bubble.textContent.includes(words));
              return bubbles.slice(said + 1).find(bubble => !isMine(bubble))?.innerText;
            }
            """,
            words,
            new() { Timeout = 60_000 });

        return await said.JsonValueAsync<string>();
    }

    /// <summary>All that was said, in order.</summary>
    public async Task<IReadOnlyList<string>> TranscriptAsync() => await Bubbles.AllInnerTextsAsync();

    /// <summary>What would shut somebody out: every serious finding of axe, in the whole page as it stands.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var found = await Page.RunAxe();

        return
        [
            .. from violation in found.Violations
               where violation.Impact is "serious" or "critical"
               from node in violation.Nodes
               select $"{violation.Id}: {node.Target} {node.Html}",
        ];
    }

    public async Task PictureAsync(string name) =>
        await Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png") });
}
