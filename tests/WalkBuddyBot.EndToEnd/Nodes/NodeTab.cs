using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using WalkBuddyBot.EndToEnd.Crash;

namespace WalkBuddyBot.EndToEnd.Nodes;

/// <summary>
/// A visitor's tab at one node, without a browser: calls and a stream as Web Chat has them, and when each line came. When its node is gone
/// it comes back with its watermark.
/// </summary>
internal sealed class NodeTab(Uri node, CookieContainer cookies) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = cookies, PooledConnectionLifetime = TimeSpan.Zero })
    {
        BaseAddress = node,
    };

    private readonly Lock _gate = new();
    private readonly List<(Line Line, long At)> _shown = [];
    private string _conversation = "";
    private string _watermark = "";
    private ClientWebSocket? _socket;
    private Task _reading = Task.CompletedTask;

    /// <summary>What the stream brought, in its order, whatever came twice too.</summary>
    public IReadOnlyList<(Line Line, long At)> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown];
            }
        }
    }

    /// <summary>Opens the page: the history, and what follows.</summary>
    public async Task OpenAsync()
    {
        await NewTokenAsync();
        using var begun = await _http.PostAsJsonAsync("v3/directline/conversations", new { });
        begun.EnsureSuccessStatusCode();
        await ConnectAsync(await begun.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Comes back after its stream broke, from where it was.</summary>
    public async Task ComeBackAsync()
    {
        await _reading;
        await ConnectAsync(
            await _http.GetFromJsonAsync<JsonElement>($"v3/directline/conversations/{_conversation}?watermark={_watermark}"));
    }

    /// <summary>Says something and answers when it began to.</summary>
    public async Task<long> SayAsync(string text)
    {
        var at = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsJsonAsync(
            $"v3/directline/conversations/{_conversation}/activities",
            new
            {
                type = "message",
                text,
                localTimezone = "Europe/Berlin",
                locale = "en-US",
                channelData = new { clientActivityID = text },
            });
        answer.EnsureSuccessStatusCode();
        return at;
    }

    /// <summary>Says something to a node that may die over it, before or after it answers; whether it answered.</summary>
    public async Task<bool> TrySayAsync(string text)
    {
        try
        {
            await SayAsync(text);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>What the store holds, as this node reads it.</summary>
    public async Task<IReadOnlyList<Line>> TranscriptAsync()
    {
        var page = await _http.GetFromJsonAsync<JsonElement>($"v3/directline/conversations/{_conversation}/activities?watermark=0");
        return [.. page.GetProperty("activities").EnumerateArray().Select(Line.Of)];
    }

    /// <summary>Waits until the stream has brought what is looked for.</summary>
    public async Task<IReadOnlyList<(Line Line, long At)>> UntilAsync(Func<IReadOnlyList<(Line Line, long At)>, bool> looks)
    {
        await Until.TrueAsync(
            () => Task.FromResult(looks(Shown)),
            TimeSpan.FromSeconds(60),
            () => $"The tab never looked as awaited:\n{string.Join('\n', Shown.Select(shown => shown.Line))}");
        return Shown;
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _http.Dispose();
    }

    private async Task NewTokenAsync()
    {
        using var answer = await _http.PostAsJsonAsync("v3/directline/tokens/generate", new { });
        answer.EnsureSuccessStatusCode();
        var generated = await answer.Content.ReadFromJsonAsync<JsonElement>();
        _conversation = generated.GetProperty("conversationId").GetString()!;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", generated.GetProperty("token").GetString());
    }

    private async Task ConnectAsync(JsonElement opened)
    {
        _socket?.Dispose();
        _socket = new ClientWebSocket();
        await _socket.ConnectAsync(new Uri(opened.GetProperty("streamUrl").GetString()!), CancellationToken.None);
        _reading = ReadAsync(_socket);
    }

    private async Task ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[512 * 1024];
        try
        {
            for (var length = 0; ;)
            {
                var frame = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += frame.Count;
                if (frame.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                if (frame.EndOfMessage)
                {
                    Show(buffer.AsMemory(0, length));
                    length = 0;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
        {
            // Its node is gone; the test says what follows.
        }
    }

    private void Show(ReadOnlyMemory<byte> frame)
    {
        var at = Stopwatch.GetTimestamp();
        using var set = JsonDocument.Parse(frame);
        lock (_gate)
        {
            _shown.AddRange(set.RootElement.GetProperty("activities").EnumerateArray()
                .Where(activity => activity.GetProperty("type").GetString() == "message").Select(activity => (Line.Of(activity), at)));
            _watermark = set.RootElement.TryGetProperty("watermark", out var watermark) ? watermark.GetString()! : _watermark;
        }
    }
}
