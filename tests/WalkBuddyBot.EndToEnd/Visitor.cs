using System.Collections.Concurrent;
using System.Text.Json;

namespace WalkBuddyBot.EndToEnd;

/// <summary>A person with a browser of their own: their cookies, their tabs, and what their browser complained of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const int Patience = 120_000;

    private readonly Uri _address;
    private readonly IBrowserContext _context;

    // Opening a conversation is limited to a few times a minute; reading it again with the same token is not.
    private JsonElement? _opened;

    private Visitor(Uri address, IBrowserContext context) => (_address, _context) = (address, context);

    /// <summary>Everything that the console showed as an error, and every exception of the page.</summary>
    public ConcurrentQueue<string> Troubles { get; } = new();

    /// <summary>Every address that the page asked for, sockets too.</summary>
    public ConcurrentQueue<Uri> Asked { get; } = new();

    public static async Task<Visitor> ArriveAsync(IBrowser browser, Uri address, BrowserNewContextOptions with)
    {
        with.Locale ??= "en-US";
        with.TimezoneId ??= "Europe/Berlin";
        with.ViewportSize ??= new() { Width = 1000, Height = 800 };
        var visitor = new Visitor(address, await browser.NewContextAsync(with));
        visitor._context.Console += (_, message) => visitor.Note(message.Type == "error", $"{message.Text} {message.Location}");
        visitor._context.WebError += (_, error) => visitor.Note(true, error.Error);
        visitor._context.Request += (_, request) => visitor.Asked.Enqueue(new Uri(request.Url));

        return visitor;
    }

    /// <summary>Opens the page in a new tab, and waits until the conversation shows.</summary>
    public Task<Tab> OpenAsync() => OpenAsync(_address);

    /// <summary>Opens the page of another node on the same host: a browser's cookies know no ports.</summary>
    public async Task<Tab> OpenAsync(Uri address)
    {
        var page = await _context.NewPageAsync();
        page.WebSocket += (_, socket) => Asked.Enqueue(new Uri(socket.Url));
        // The first page of a browser that has just started on a busy machine was seen to take half a minute.
        await page.GotoAsync(address.ToString(), new() { Timeout = Patience });
        var tab = new Tab(page);
        await Assertions.Expect(tab.FromBot.First).ToBeVisibleAsync(new() { Timeout = Patience });

        return tab;
    }

    /// <summary>The first tab.</summary>
    public Tab Tab => new(_context.Pages[0]);

    /// <summary>As if something on the way let no socket through.</summary>
    public Task ForbidSocketsAsync() => _context.AddInitScriptAsync(
        """
        window.WebSocket = class extends EventTarget {
          constructor() {
            super();
            this.addEventListener('close', event => this.onclose?.(event));
            setTimeout(() => this.dispatchEvent(new Event('close')));
          }
          close() {}
        };
        """);

    /// <summary>What the service holds of the conversation, asked without a page.</summary>
    public async Task<IReadOnlyList<JsonElement>> TranscriptAsync()
    {
        var token = _opened ??= await CallAsync("tokens/generate", new() { Method = "POST", DataObject = new { } });
        var activities = await CallAsync(
            $"conversations/{token.GetProperty("conversationId").GetString()}/activities?watermark=0",
            new() { Headers = [new("Authorization", $"Bearer {token.GetProperty("token").GetString()}")] });

        return [.. activities.GetProperty("activities").EnumerateArray()];
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task<JsonElement> CallAsync(string path, APIRequestContextOptions with)
    {
        var answer = await _context.APIRequest.FetchAsync(new Uri(_address, $"v3/directline/{path}").ToString(), with);
        Assert.True(answer.Ok, $"{path} answered {answer.Status}");

        return (await answer.JsonAsync())!.Value;
    }

    private void Note(bool trouble, string text)
    {
        if (trouble)
        {
            Troubles.Enqueue(text);
        }
    }
}
