namespace WalkBuddyBot.EndToEnd;

/// <summary>A service and a browser, shared by the tests of one class. Classes run side by side and share nothing.</summary>
public sealed class House : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public ServiceProcess Service { get; } = new();

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null && !Chromium.Required)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
        await Service.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Service.Dispose();
    }

    /// <summary>Somebody new comes to the page and is greeted.</summary>
    public async Task<Visitor> WelcomeAsync(BrowserNewContextOptions? with = null)
    {
        var visitor = await Visitor.ArriveAsync(Browser, Service.Address, with ?? new());
        await visitor.OpenAsync();

        return visitor;
    }
}
