using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace WalkBuddyBot.EndToEnd.Crash;

/// <summary>A visitor without a browser, over plain HTTP, who outlives the service and looks again when it is back.</summary>
internal sealed class LineVisitor(Uri service) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), PooledConnectionLifetime = TimeSpan.Zero })
    {
        BaseAddress = service,
    };

    private string _conversation = "";

    public async Task ArriveAsync()
    {
        await NewTokenAsync();
        using var begun = await _http.PostAsJsonAsync("v3/directline/conversations", new { });
        begun.EnsureSuccessStatusCode();
    }

    /// <summary>Types something. False when the service died over it.</summary>
    public Task<bool> SayAsync(string text) => SayAsync(text, text);

    /// <param name="text">What.</param>
    /// <param name="id">The page's own id of it: said again with the same one, it is the same message.</param>
    public async Task<bool> SayAsync(string text, string id)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(
                $"v3/directline/conversations/{_conversation}/activities",
                new { type = "message", text, localTimezone = "Europe/Berlin", locale = "en-US", channelData = new { clientActivityID = id } });
            answer.EnsureSuccessStatusCode();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The transcript, once it looks as told.</summary>
    public async Task<IReadOnlyList<Line>> UntilAsync(Func<IReadOnlyList<Line>, bool> looks)
    {
        IReadOnlyList<Line> lines = [];
        await Until.TrueAsync(
            async () => looks(lines = await ReadAsync()),
            TimeSpan.FromSeconds(90),
            () => $"The transcript never looked as awaited:\n{string.Join('\n', lines)}");
        return lines;
    }

    public async Task<IReadOnlyList<Line>> ReadAsync()
    {
        // A fresh token each time: the clock of the service may have moved on.
        await NewTokenAsync();
        var page = await _http.GetFromJsonAsync<JsonElement>($"v3/directline/conversations/{_conversation}/activities?watermark=0");
        return [.. page.GetProperty("activities").EnumerateArray().Select(Line.Of)];
    }

    public void Dispose() => _http.Dispose();

    private async Task NewTokenAsync()
    {
        using var answer = await _http.PostAsJsonAsync("v3/directline/tokens/generate", new { });
        answer.EnsureSuccessStatusCode();
        var generated = await answer.Content.ReadFromJsonAsync<JsonElement>();
        _conversation = generated.GetProperty("conversationId").GetString()!;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", generated.GetProperty("token").GetString());
    }
}
