using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>
/// From where a browser may call: the configured public origin, or the request's own when its host is loopback. Any other Host is the
/// client's word (a name can be made to point here), so it proves nothing.
/// </summary>
internal sealed class Origins(IOptions<DirectLineOptions> options)
{
    private readonly Uri? _public = string.IsNullOrEmpty(options.Value.PublicOrigin) ? null : new Uri(options.Value.PublicOrigin);

    /// <summary>Whether another site's page did not make this request. A client without an Origin is no browser page.</summary>
    public bool Allows(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return false;
        }

        return request.Headers.Origin is not { Count: > 0 } given
            || (given.Count == 1 && Uri.TryCreate(given[0], UriKind.Absolute, out var origin)
                && (Same(origin, _public) || Same(origin, Own(request))));
    }

    /// <summary>The origin in addresses handed out, or null when it is not known.</summary>
    public Uri? BaseOf(HttpRequest request) => _public ?? Own(request);

    public bool IsSecure(HttpRequest request) => request.IsHttps || _public?.Scheme == Uri.UriSchemeHttps;

    private static bool Same(Uri one, Uri? other) =>
        other is not null
        && Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static Uri? Own(HttpRequest request) =>
        IsLoopback(request.Host.Host) && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own)
            ? own
            : null;

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
