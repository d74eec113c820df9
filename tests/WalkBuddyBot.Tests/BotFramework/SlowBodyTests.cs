using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Bodies that do not come: the call ends on the service's own clock, and holds up nobody.</summary>
public sealed class SlowBodyTests
{
    [Theory]
    [InlineData("Content-Length: 500", "{\"type\":")]
    [InlineData("Transfer-Encoding: chunked", "4\r\n{\"ty\r\n")]
    public async Task A_body_that_stops_coming_is_given_up_and_others_go_on_meanwhile(string length, string begun)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(chat.Address.Host, chat.Address.Port);
        var stream = connection.GetStream();
        await WriteAsync(stream, string.Create(CultureInfo.InvariantCulture, $"""
            POST /v3/directline/conversations/{visitor.Conversation}/activities HTTP/1.1
            Host: 127.0.0.1:{chat.Address.Port}
            Authorization: Bearer {visitor.Token}
            Content-Type: application/json
            Expect: 100-continue
            {length}


            """).ReplaceLineEndings("\r\n"));

        // Asked to go on, it knows that its body is awaited.
        Assert.StartsWith("HTTP/1.1 100", await ReadAsync(stream), StringComparison.Ordinal);
        await WriteAsync(stream, begun);
        await visitor.SayAsync("meanwhile");
        chat.Time.Advance(TimeSpan.FromSeconds(9));

        var answer = await ReadAsync(stream);
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("RequestTimeout", answer, StringComparison.Ordinal);
        await visitor.SayAsync("and after");
    }

    private static async Task WriteAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var guard = new CancellationTokenSource(WebChat.Guard);
        var buffer = new byte[8192];
        return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, guard.Token));
    }
}
