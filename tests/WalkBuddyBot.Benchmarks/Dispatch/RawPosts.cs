using System.Diagnostics;
using System.Net.Http.Headers;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>How many POSTs of the same body a bare client makes, with so many in flight and nothing else to do.</summary>
internal static class RawPosts
{
    private const int InFlight = 16;

    public static async Task<Measured> RunAsync(string serviceUrl, string bodyFile, int warm, int posts)
    {
        var body = await File.ReadAllBytesAsync(bodyFile);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        await PostAsync(http, serviceUrl, body, "warm", warm);
        GC.Collect();
        var from = Stopwatch.GetTimestamp();
        await PostAsync(http, serviceUrl, body, "raw", posts);
        return Measured.Of(wrong: null, (Measured.Seconds, Stopwatch.GetElapsedTime(from).TotalSeconds));
    }

    private static async Task PostAsync(HttpClient http, string serviceUrl, byte[] body, string name, int posts)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < posts; i = Interlocked.Increment(ref next))
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var answer = await http.PostAsync(new Uri($"{serviceUrl}/v3/conversations/{name}-{i}/activities"), content);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }
        }));
    }
}
