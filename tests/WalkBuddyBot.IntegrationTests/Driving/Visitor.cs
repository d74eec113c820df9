using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using NodaTime;

namespace WalkBuddyBot.IntegrationTests.Driving;

/// <summary>Someone with a page open: speaks Direct Line 3.0 over HTTP and a socket, as Web Chat does.</summary>
public sealed class Visitor : IAsyncDisposable
{
    // A guard against a hang, never a wait: what is waited for arrives on the socket.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly WalkBuddyApp _app;
    private readonly HttpClient _http;
    private readonly List<JsonObject> _seen = [];
    private readonly SemaphoreSlim _news = new(0);
    private WebSocket? _socket;
    private Task _reading = Task.CompletedTask;
    private static int s_said;
    private Instant _tokenFrom;

    private readonly CookieContainer _cookies;

    /// <summary>The zone that the page names with each message.</summary>
    public string Zone { get; set; }

    private Visitor(WalkBuddyApp app, string zone, CookieContainer cookies)
    {
        _app = app;
        Zone = zone;
        _cookies = cookies;
        _http = app.CreateDefaultClient(new Uri("http://localhost"), new CookieKeeper(cookies));
    }

    public string Conversation { get; private set; } = "";

    public string Token { get; private set; } = "";

    public HttpClient Http => _http;

    /// <summary>Everything shown on the page, oldest first; an activity drawn anew stands in its place.</summary>
    public IReadOnlyList<JsonObject> Page
    {
        get
        {
            lock (_seen)
            {
                return [.. _seen];
            }
        }
    }

    public static async Task<Visitor> OpenAsync(WalkBuddyApp app, string zone = "Europe/Berlin")
    {
        var visitor = new Visitor(app, zone, new CookieContainer());
        await visitor.OpenPageAsync();
        return visitor;
    }

    /// <summary>The same browser, after the service was started again.</summary>
    public async Task<Visitor> ComeBackAsync(WalkBuddyApp restarted)
    {
        var visitor = new Visitor(restarted, Zone, _cookies);
        await visitor.OpenPageAsync();
        return visitor;
    }

    /// <summary>Opens the page (again): a token for the visitor's cookie, the conversation, the history, the socket.</summary>
    public async Task OpenPageAsync()
    {
        await NewTokenAsync();
        lock (_seen)
        {
            _seen.Clear();
        }

        var known = await _http.GetAsync($"/v3/directline/conversations/{Conversation}?watermark=0");
        var started = known.StatusCode == HttpStatusCode.NotFound
            ? await PostAsync("/v3/directline/conversations", new JsonObject { ["user"] = new JsonObject() })
            : (await known.Content.ReadFromJsonAsync<JsonObject>())!;
        var sockets = _app.Server.CreateWebSocketClient();
        _socket = await sockets.ConnectAsync(new Uri((string)started["streamUrl"]!), CancellationToken.None);
        _reading = ReadAsync(_socket);
        await UntilAsync(page => page.Any(IsFromBot));
    }

    public async Task ClosePageAsync()
    {
        if (_socket is { } socket)
        {
            _socket = null;
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);
            await _reading;
            socket.Dispose();
        }
    }

    /// <summary>Types a message and waits for what the bot says to it.</summary>
    public Task<IReadOnlyList<JsonObject>> SayAsync(string text) => PostMessageAsync(new JsonObject { ["text"] = text, ["textFormat"] = "plain" });

    /// <summary>Presses a button that a message shows, by its title, as Web Chat posts it.</summary>
    public Task<IReadOnlyList<JsonObject>> PressAsync(JsonObject on, string title) => PostMessageAsync(Press(on, title));

    /// <summary>The message that pressing a button posts.</summary>
    public static JsonObject Press(JsonObject on, string title)
    {
        var suggested = on["suggestedActions"]?["actions"]?.AsArray().FirstOrDefault(action => (string?)action!["title"] == title);
        if (suggested is not null)
        {
            return new JsonObject { ["text"] = (string?)suggested["text"], ["value"] = suggested["value"]?.DeepClone(), ["channelData"] = new JsonObject { ["messageBack"] = new JsonObject { ["displayText"] = title } } };
        }

        var submit = Descend(on).OfType<JsonObject>().FirstOrDefault(node => (string?)node["type"] == "Action.Submit" && (string?)node["title"] == title)
            ?? throw new InvalidOperationException($"No button '{title}' on {on.ToJsonString()}");
        return new JsonObject { ["value"] = submit["data"]?.DeepClone(), ["channelData"] = new JsonObject { ["postBack"] = true } };
    }

    public async Task<IReadOnlyList<JsonObject>> PostMessageAsync(JsonObject message)
    {
        var before = Page.Count;
        var id = (string)(await PostRawAsync(message))["id"]!;
        await UntilAsync(page => page.Skip(before).Any(activity => IsFromBot(activity) && Text(activity).Length > 0) && page.Any(activity => (string?)activity["id"] == id));
        return [.. Page.Skip(before).Where(IsFromBot)];
    }

    public async Task<JsonObject> PostRawAsync(JsonObject message)
    {
        await KeepTokenFreshAsync();
        message["type"] ??= "message";
        message["localTimezone"] = Zone;
        message["locale"] = "en-US";
        var channelData = message["channelData"] as JsonObject ?? [];
        channelData["clientActivityID"] = $"c{Interlocked.Increment(ref s_said)}";
        message["channelData"] = channelData;
        return await PostAsync($"/v3/directline/conversations/{Conversation}/activities", message);
    }

    public async Task<JsonObject> PostAsync(string path, JsonObject body)
    {
        var answer = await _http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>What a reloaded page would show: the kept transcript.</summary>
    public async Task<IReadOnlyList<JsonObject>> HistoryAsync()
    {
        await KeepTokenFreshAsync();
        var answer = await _http.GetFromJsonAsync<JsonObject>($"/v3/directline/conversations/{Conversation}/activities");
        return [.. answer!["activities"]!.AsArray().Select(node => (JsonObject)node!.DeepClone())];
    }

    /// <summary>Waits until the page shows all that the transcript holds.</summary>
    public async Task CatchUpAsync()
    {
        var all = (await HistoryAsync()).Select(activity => activity.ToJsonString()).ToHashSet(StringComparer.Ordinal);
        await UntilAsync(page => all.IsSubsetOf(page.Select(activity => activity.ToJsonString())));
    }

    /// <summary>Waits until the page looks as told.</summary>
    public async Task<IReadOnlyList<JsonObject>> UntilAsync(Func<IReadOnlyList<JsonObject>, bool> looks)
    {
        while (!looks(Page))
        {
            if (!await _news.WaitAsync(Guard))
            {
                Assert.Fail($"The page never looked as awaited: {string.Join('\n', Page.Select(activity => activity.ToJsonString()))}");
            }
        }

        return Page;
    }

    public static bool IsFromBot(JsonObject activity) => (string?)activity["from"]?["role"] == "bot" && (string?)activity["type"] == "message";

    public static bool IsNudge(JsonObject activity) => IsFromBot(activity) && activity["attachments"] is JsonArray { Count: > 0 };

    /// <summary>The titles of the buttons a message shows, suggested ones and those of its card.</summary>
    public static IReadOnlyList<string> Buttons(JsonObject activity) =>
    [
        .. activity["suggestedActions"]?["actions"]?.AsArray().Select(action => (string?)action!["title"] ?? "") ?? [],
        .. Descend(activity).OfType<JsonObject>().Where(node => (string?)node["type"] is "Action.Submit" or "Action.Execute")
            .Select(node => (string?)node["title"] ?? ""),
    ];

    public static string Text(JsonObject activity) => (string?)activity["text"] ?? "";

    public async ValueTask DisposeAsync()
    {
        await ClosePageAsync();
        _http.Dispose();
        _news.Dispose();
    }

    /// <summary>Web Chat renews its token every 15 minutes while the page lives.</summary>
    private async Task KeepTokenFreshAsync()
    {
        if (_app.Now - _tokenFrom > Duration.FromMinutes(15))
        {
            await NewTokenAsync();
        }
    }

    private async Task NewTokenAsync()
    {
        _http.DefaultRequestHeaders.Authorization = null;
        var generated = await PostAsync("/v3/directline/tokens/generate", new JsonObject());
        _tokenFrom = _app.Now;
        Token = (string)generated["token"]!;
        Conversation = (string)generated["conversationId"]!;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    private static IEnumerable<JsonNode> Descend(JsonNode node) => node switch
    {
        JsonObject obj => obj.Where(pair => pair.Value is not null).SelectMany(pair => Descend(pair.Value!)).Prepend(obj),
        JsonArray array => array.Where(item => item is not null).SelectMany(item => Descend(item!)),
        _ => [],
    };

    private async Task ReadAsync(WebSocket socket)
    {
        var buffer = new byte[512 * 1024];
        try
        {
            for (var length = 0; ;)
            {
                var frame = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (frame.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                length += frame.Count;
                if (frame.EndOfMessage)
                {
                    Show(buffer.AsSpan(0, length));
                    length = 0;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The service went away; the test says what follows.
        }
    }

    private void Show(ReadOnlySpan<byte> frame)
    {
        if (frame.IsEmpty)
        {
            return;
        }

        lock (_seen)
        {
            foreach (var activity in JsonNode.Parse(frame)!["activities"]!.AsArray().Select(node => (JsonObject)node!.DeepClone()))
            {
                var place = _seen.FindIndex(seen => (string?)seen["id"] == (string?)activity["id"]);
                if (place < 0)
                {
                    _seen.Add(activity);
                }
                else
                {
                    _seen[place] = activity;
                }
            }
        }

        _news.Release();
    }
}
