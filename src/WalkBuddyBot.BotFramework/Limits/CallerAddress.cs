using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace WalkBuddyBot.BotFramework.Limits;

/// <summary>
/// The address a call comes from, as it is counted: an IPv4 address, or the /64 network of an IPv6 one, since a single home has all of it.
/// </summary>
/// <remarks>
/// <c>X-Forwarded-For</c> is anybody's word, so it is read only where the call itself comes from a proxy that was named, and from its end:
/// what stands before the last address that is no proxy of ours was written by the caller.
/// </remarks>
internal sealed class CallerAddress(IReadOnlyList<IPNetwork> proxies)
{
    public const string Forwarded = "X-Forwarded-For";

    private const int MostHops = 8;

    public string Of(HttpContext http)
    {
        var address = Plain(http.Connection.RemoteIpAddress);
        var hops = string.Join(',', http.Request.Headers[Forwarded].ToArray()).Split(',');
        for (var hop = hops.Length - 1; hop >= 0 && hops.Length - hop <= MostHops && IsProxy(address); hop--)
        {
            if (Read(hops[hop].Trim()) is not { } before)
            {
                break;
            }

            address = before;
        }

        return Counted(address);
    }

    /// <summary>Whether the call came through a proxy that was not named: then all of its callers are counted as one.</summary>
    public bool IsHidden(HttpContext http) =>
        http.Request.Headers.ContainsKey(Forwarded) && !IsProxy(Plain(http.Connection.RemoteIpAddress));

    /// <summary>Reads a list such as <c>127.0.0.1, 10.0.0.0/8</c>; null when one of them is neither an address nor a network.</summary>
    public static IReadOnlyList<IPNetwork>? Networks(string? text)
    {
        var networks = new List<IPNetwork>();
        foreach (var name in (text ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(name, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(name, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                return null;
            }
        }

        return networks;
    }

    private static IPAddress? Read(string hop) =>
        IPAddress.TryParse(hop, out var address) ? Plain(address)
        : IPEndPoint.TryParse(hop, out var withPort) ? Plain(withPort.Address)
        : null;

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    private static string Counted(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) + "/64"
            : address?.ToString() ?? "";

    private bool IsProxy(IPAddress? address) => address is not null && proxies.Any(network => network.Contains(address));
}
