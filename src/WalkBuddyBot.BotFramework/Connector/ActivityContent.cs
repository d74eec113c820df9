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
    private volatile bool _begun;

    public ActivityContent(BotActivity activity)
    {
        _json = JsonSerializer.SerializeToUtf8Bytes(activity, WireJson.Default.BotActivity);
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    /// <summary>Whether a part of it may have left.</summary>
    public bool Begun => _begun;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _begun = true;
        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
