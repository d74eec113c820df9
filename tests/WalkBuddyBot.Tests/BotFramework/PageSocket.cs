using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>The stream of one open page, as the client holds it.</summary>
internal sealed class PageSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _shown = new();

    public string? Watermark { get; private set; }

    public WebSocketCloseStatus? Closed => _socket.CloseStatus;

    public int LargestFrame { get; private set; }

    public WebSocket Socket => _socket;

    public static async Task<PageSocket> OpenAsync(string url, string? origin = null)
    {
        var page = new PageSocket();
        page._socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            page._socket.Options.SetRequestHeader("Origin", origin);
        }

        using var guard = new CancellationTokenSource(WebChat.Guard);
        try
        {
            await page._socket.ConnectAsync(new Uri(url), guard.Token);
            return page;
        }
        catch (WebSocketException refused)
        {
            throw new RefusedException((int)page._socket.HttpStatusCode, refused);
        }
    }

    /// <summary>The next activity the page is shown.</summary>
    public async Task<JsonElement> NextAsync()
    {
        while (_shown.Count == 0)
        {
            if (!await ReadAsync())
            {
                throw new InvalidOperationException($"The stream was closed: {Closed}.");
            }
        }

        return _shown.Dequeue();
    }

    public async Task<string> NextTextAsync() => (await NextAsync()).GetProperty("text").GetString()!;

    public async Task<List<JsonElement>> NextAsync(int count)
    {
        var activities = new List<JsonElement>();
        while (activities.Count < count)
        {
            activities.Add(await NextAsync());
        }

        return activities;
    }

    /// <summary>Reads until the service closes the stream.</summary>
    public async Task<WebSocketCloseStatus?> ClosedAsync()
    {
        try
        {
            while (await ReadAsync())
            {
            }
        }
        catch (WebSocketException)
        {
            return null;
        }

        return Closed;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ReadAsync()
    {
        using var guard = new CancellationTokenSource(WebChat.Guard);
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), guard.Token);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        if (part.MessageType == WebSocketMessageType.Close)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, guard.Token);
            return false;
        }

        LargestFrame = Math.Max(LargestFrame, (int)frame.Length);
        using var set = JsonDocument.Parse(Encoding.UTF8.GetString(frame.ToArray()));
        foreach (var activity in set.RootElement.GetProperty("activities").EnumerateArray())
        {
            _shown.Enqueue(activity.Clone());
        }

        Watermark = set.RootElement.TryGetProperty("watermark", out var watermark) ? watermark.GetString() : Watermark;
        return true;
    }

    /// <summary>The service refused the upgrade.</summary>
    internal sealed class RefusedException(int status, Exception inner) : Exception($"Refused with {status}.", inner)
    {
        public int Status { get; } = status;
    }
}
