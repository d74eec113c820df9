using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace WalkBuddyBot.EndToEnd;

/// <summary>A connection that says what no decent client would.</summary>
internal sealed class RawConnection : IDisposable
{
    // Ends a test that would otherwise wait for ever; the server's own limits are far shorter.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly TcpClient _client = new();
    private readonly Uri _address;

    // Kept from the start: a client that has seen a reset gives out no stream any more.
    private NetworkStream _stream = null!;

    private RawConnection(Uri address) => _address = address;

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection(address);
        await connection._client.ConnectAsync(address.Host, address.Port);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    /// <summary>The head of a POST with these headers, its end included.</summary>
    public string Post(string path, params string[] headers) => string.Create(
        CultureInfo.InvariantCulture,
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{_address.Port}\r\nContent-Type: application/json\r\n{string.Join("\r\n", headers)}\r\n\r\n");

    public async Task WriteAsync(string text) => await _stream.WriteAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>Goes on writing until the server has closed the connection; answers how many bytes it let through.</summary>
    public async Task<long> WriteUntilClosedAsync(string text, TimeSpan between)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        using var guard = new CancellationTokenSource(Guard);
        for (var written = 0L; ; written += bytes.Length)
        {
            try
            {
                await _stream.WriteAsync(bytes, guard.Token);
                if (between > TimeSpan.Zero)
                {
                    await Task.Delay(between, TimeProvider.System, guard.Token);
                }
            }
            catch (IOException)
            {
                return written;
            }
        }
    }

    /// <summary>All that the server says until it closes the connection.</summary>
    public async Task<string> ReadUntilClosedAsync()
    {
        using var guard = new CancellationTokenSource(Guard);
        var said = new StringBuilder();
        var buffer = new byte[8192];
        try
        {
            while (await _stream.ReadAsync(buffer, guard.Token) is > 0 and var count)
            {
                said.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // Reset: closed with something of ours unread.
        }

        return said.ToString();
    }

    public void Dispose() => _client.Dispose();
}
