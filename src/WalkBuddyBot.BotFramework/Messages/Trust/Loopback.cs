using System.Net;

namespace WalkBuddyBot.BotFramework.Messages.Trust;

/// <summary>What leads to this machine and nowhere else.</summary>
public static class Loopback
{
    /// <summary>Whether a host, as a Host header or an address has it, is one of the three names of this machine.</summary>
    public static bool IsHost(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    /// <summary>Whether an address may be called without a token: http or https, loopback, and nothing else in it but a path.</summary>
    public static bool IsUrl(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
        && !text!.Contains('@', StringComparison.Ordinal)
        && LeadsHere(url);

    /// <summary>Whether an Origin header is a page of this machine's own.</summary>
    internal static bool IsOrigin(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && LeadsHere(url);

    private static bool LeadsHere(Uri url) => url.HostNameType switch
    {
        UriHostNameType.Dns => string.Equals(url.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase),
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address),
        _ => false,
    };
}
