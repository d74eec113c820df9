using System.Globalization;
using System.Net;

namespace WalkBuddyBot.EndToEnd;

/// <summary>Connections that are slow, endless or too many, at the real server: it ends each, and others are answered meanwhile.</summary>
public sealed class HostileConnectionTests(HostileConnectionTests.Impatient house) : IClassFixture<HostileConnectionTests.Impatient>
{
    private const string Tokens = "/v3/directline/tokens/generate";

    [Fact]
    public async Task Heads_that_drip_are_cut_off_and_others_are_answered_meanwhile()
    {
        var slow = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => RawConnection.OpenAsync(house.Address)));
        await Task.WhenAll(slow.Select(connection => connection.WriteAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")));

        await house.AnswersAsync();
        var said = await Task.WhenAll(slow.Select(connection => connection.ReadUntilClosedAsync()));

        Assert.All(said, answer => Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal));
        Array.ForEach(slow, connection => connection.Dispose());
    }

    [Fact]
    public async Task A_head_that_never_ends_is_cut_off_however_it_moves()
    {
        using var connection = await RawConnection.OpenAsync(house.Address);
        await connection.WriteAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n");

        await connection.WriteUntilClosedAsync("X: 1\r\n", TimeSpan.FromMilliseconds(100));

        await house.AnswersAsync();
    }

    [Theory]
    [InlineData("Content-Length: 60000")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_body_that_stops_is_not_waited_for(string length)
    {
        using var connection = await RawConnection.OpenAsync(house.Address);

        await connection.WriteAsync(connection.Post(Tokens, length) + "4\r\n");
        await house.AnswersAsync();

        Assert.StartsWith("HTTP/1.1 408", await connection.ReadUntilClosedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 60000", " ")]
    [InlineData("Transfer-Encoding: chunked", "1\r\n \r\n")]
    public async Task A_body_that_drips_is_cut_off(string length, string drop)
    {
        using var connection = await RawConnection.OpenAsync(house.Address);
        await connection.WriteAsync(connection.Post(Tokens, length));

        var written = await connection.WriteUntilClosedAsync(drop, TimeSpan.FromMilliseconds(100));

        Assert.InRange(written, 1, 5000);
        await house.AnswersAsync();
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off_soon_after_the_limit()
    {
        using var connection = await RawConnection.OpenAsync(house.Address);
        await connection.WriteAsync(connection.Post(Tokens, "Transfer-Encoding: chunked"));

        var said = connection.ReadUntilClosedAsync();
        var written = await connection.WriteUntilClosedAsync($"1000\r\n{new string(' ', 0x1000)}\r\n", TimeSpan.Zero);

        Assert.InRange(written, 1, 16 * 1024 * 1024);
        Assert.Matches("^(HTTP/1.1 413|$)", await said);
        await house.AnswersAsync();
    }

    [Theory]
    [InlineData("Content-Length: 70000", 413)]
    [InlineData("Content-Length: 99999999999999999999", 400)]
    [InlineData("Content-Length: -1", 400)]
    [InlineData("Content-Length: 5, 6", 400)]
    [InlineData("Content-Length: 5\r\nContent-Length: 6", 400)]
    [InlineData("Transfer-Encoding: gzip, identity", 400)]
    [InlineData("Transfer-Encoding : chunked", 400)]
    [InlineData("Content-Length : 5", 400)]
    public async Task A_length_that_cannot_be_is_refused_and_nothing_after_it_is_read(string length, int status)
    {
        using var connection = await RawConnection.OpenAsync(house.Address);

        await connection.WriteAsync(connection.Post(Tokens, length) + "0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        var said = await connection.ReadUntilClosedAsync();

        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}"), said, StringComparison.Ordinal);
        Assert.DoesNotContain("Healthy", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000, 1, 431)]
    [InlineData(65, 1, 431)]
    [InlineData(1, 17_000, 431)]
    public async Task Too_many_headers_or_too_long_ones_are_refused(int headers, int length, int status)
    {
        using var connection = await RawConnection.OpenAsync(house.Address);
        var written = connection.WriteAsync(
            $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Range(0, headers).Select(n => $"X{n}: {new string('x', length)}\r\n"))}\r\n");

        var said = await connection.ReadUntilClosedAsync();

        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}"), said, StringComparison.Ordinal);
        await Task.WhenAny(written);
    }

    [Fact]
    public async Task A_long_address_is_refused()
    {
        using var connection = await RawConnection.OpenAsync(house.Address);

        await connection.WriteAsync($"GET /{new string('x', 5000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 414", await connection.ReadUntilClosedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_says_nothing_is_closed()
    {
        using var connection = await RawConnection.OpenAsync(house.Address);

        Assert.Empty(await connection.ReadUntilClosedAsync());
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_and_there_is_room_once_another_left()
    {
        using var full = new ServiceProcess();
        full.Launch([ServiceProcess.Program, "--urls", full.Address.ToString()], ("Http__Connections", "10"));
        await full.ReadyAsync();

        // Which of the eleven it is, the server's threads decide; none of them says a word, so only the limit closes one this soon.
        var eleven = await Task.WhenAll(Enumerable.Range(0, 11).Select(_ => RawConnection.OpenAsync(full.Address)));
        var reading = eleven.Select(connection => connection.ReadUntilClosedAsync()).ToList();
        var closed = await Task.WhenAny(reading);
        var stillOpen = reading.Count(read => !read.IsCompleted);
        Array.ForEach(eleven, connection => connection.Dispose());

        Assert.Empty(await closed);
        Assert.Equal(10, stillOpen);
        await full.ReadyAsync();
    }

    /// <summary>A service that waits for nobody long.</summary>
    public sealed class Impatient : IAsyncLifetime, IDisposable
    {
        private readonly ServiceProcess _service = new();

        public Uri Address => _service.Address;

        public async Task InitializeAsync()
        {
            _service.Launch(
                [ServiceProcess.Program, "--urls", Address.ToString()],
                ("Http__HeadWithin", "00:00:01"),
                ("Http__IdleFor", "00:00:02"));
            await _service.ReadyAsync();
        }

        /// <summary>Somebody else is answered, and takes no notice.</summary>
        public async Task AnswersAsync()
        {
            using var http = new HttpClient();
            using var page = await http.GetAsync(Address);
            using var token = await http.PostAsync(new Uri(Address, Tokens), content: null);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, token.StatusCode));
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _service.Dispose();
    }
}
