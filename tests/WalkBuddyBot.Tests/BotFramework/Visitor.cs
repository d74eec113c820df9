using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>A browser as the service sees it: cookies, a token, and the calls that Web Chat makes.</summary>
internal sealed class Visitor(Uri address, CookieContainer cookies)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = WebChat.Guard };

    public CookieContainer Cookies => cookies;

    public string Token { get; set; } = "";

    public string Conversation { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, string? token = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, "/v3/directline" + path)) { Content = content };
        if ((token ?? Token) is { Length: > 0 } bearer)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + bearer);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } carried)
        {
            request.Headers.TryAddWithoutValidation("Cookie", carried);
        }

        var answer = await Http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(request.RequestUri!, cookie);
        }

        return answer;
    }

    public async Task<JsonElement> GenerateAsync()
    {
        Token = "";
        var answer = await OkAsync(await SendAsync(HttpMethod.Post, "/tokens/generate"));
        Take(answer);
        return answer;
    }

    public async Task<HttpStatusCode> BeginAsync(string? token = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/conversations", Json("""{"user":{},"locale":"en-US"}"""), token);
        Take(await BodyAsync(answer));
        return answer.StatusCode;
    }

    public async Task ResumeAsync(string? watermark = null) =>
        Take(await OkAsync(await SendAsync(HttpMethod.Get, $"/conversations/{Conversation}{Query(watermark)}")));

    public Task<HttpResponseMessage> PostAsync(string json, string? token = null) =>
        SendAsync(HttpMethod.Post, $"/conversations/{Conversation}/activities", Json(json), token);

    /// <summary>Says something as Web Chat does; answers the id.</summary>
    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text };
        if (clientId is not null)
        {
            activity["channelData"] = new JsonObject { ["clientActivityID"] = clientId };
        }

        return (await OkAsync(await PostAsync(activity.ToJsonString()))).GetProperty("id").GetString()!;
    }

    public async Task<(List<JsonElement> Activities, string Watermark)> PollAsync(string? watermark = null)
    {
        var set = await OkAsync(await SendAsync(HttpMethod.Get, $"/conversations/{Conversation}/activities{Query(watermark)}"));
        return ([.. set.GetProperty("activities").EnumerateArray()], set.GetProperty("watermark").GetString()!);
    }

    public Task<PageSocket> OpenAsync() => PageSocket.OpenAsync(StreamUrl);

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static async Task<JsonElement> BodyAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    public static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        (await BodyAsync(answer)).GetProperty("error").GetProperty("code").GetString()!;

    private static Task<JsonElement> OkAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return BodyAsync(answer);
    }

    private static string Query(string? watermark) => watermark is null ? "" : "?watermark=" + Uri.EscapeDataString(watermark);

    private void Take(JsonElement answer)
    {
        Token = answer.GetProperty("token").GetString()!;
        Conversation = answer.GetProperty("conversationId").GetString()!;
        StreamUrl = answer.TryGetProperty("streamUrl", out var url) ? url.GetString()! : StreamUrl;
    }
}
