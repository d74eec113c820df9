using System.IO.Compression;
using System.Text.RegularExpressions;

namespace WalkBuddyBot.EndToEnd;

/// <summary>What the build made of the page, asked without a browser.</summary>
public sealed partial class ServingTests : IAsyncLifetime, IDisposable
{
    private readonly ServiceProcess _service = new();
    private readonly HttpClient _http;

    public ServingTests() => _http = new() { BaseAddress = _service.Address };

    public Task InitializeAsync() => _service.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _http.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task The_page_lets_a_browser_do_only_what_it_needs()
    {
        using var first = await _http.GetAsync(new Uri("/", UriKind.Relative));
        using var second = await _http.GetAsync(new Uri("/", UriKind.Relative));

        var policy = Header(first, "Content-Security-Policy");
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.NotEqual(policy, Header(second, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(first, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(first, "Referrer-Policy"));
        Assert.Equal("no-store", Header(first, "Cache-Control"));
    }

    [Fact]
    public async Task Every_file_of_the_page_comes_compressed_and_may_be_kept_for_good()
    {
        var html = await _http.GetStringAsync(new Uri("/", UriKind.Relative));
        var files = FileOfPage().Matches(html).Select(file => file.Groups[1].Value).Distinct().ToList();

        Assert.Equal(4, files.Count);
        foreach (var file in files)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "br" } } };
            using var answer = await _http.SendAsync(asked);
            await using var unpacked = new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            using var text = new StreamReader(unpacked);

            Assert.Equal("br", Header(answer, "Content-Encoding"));
            Assert.Contains("immutable", Header(answer, "Cache-Control"), StringComparison.Ordinal);
            Assert.True((await text.ReadToEndAsync()).Length > answer.Content.Headers.ContentLength, $"{file} did not get smaller.");
        }
    }

    private static string Header(HttpResponseMessage answer, string name)
    {
        var headers = answer.Headers.NonValidated.Contains(name) ? answer.Headers.NonValidated : answer.Content.Headers.NonValidated;

        return string.Join(", ", headers[name]);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex FileOfPage();
}
