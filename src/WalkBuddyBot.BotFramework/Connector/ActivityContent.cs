using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>
/// An activity as a request's body. It knows whether its first byte was asked for: until then there is no connection, so nothing was sent.
/// </summary>
internal sealed class ActivityContent : HttpContent
{
    private readonly byte[] _json;
    private readonly Func<bool> _mayBegin;
    private volatile bool _begun;
    private volatile bool _tooLate;

    public ActivityContent(BotActivity activity, Func<bool> mayBegin)
    {
        _mayBegin = mayBegin;
        _json = JsonSerializer.SerializeToUtf8Bytes(activity, WireJson.Default.BotActivity);
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    /// <summary>Whether a part of it may have left.</summary>
    public bool Begun => _begun;

    /// <summary>Whether it was kept back because it could no longer begin.</summary>
    public bool TooLate => _tooLate;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Connecting takes time, and a process can be stopped for a while: this is the last moment at which nothing has left.
        if (!_mayBegin())
        {
            _tooLate = true;
            throw new IOException("It can no longer begin.");
        }

        _begun = true;
        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
