using System.Net;
using Microsoft.AspNetCore.Http;
using WalkBuddyBot.BotFramework.Limits;

namespace WalkBuddyBot.Tests.BotFramework.Limits;

/// <summary>Whom an address is counted for.</summary>
public sealed class CallerAddressTests
{
    private static readonly CallerAddress Addresses = new(CallerAddress.Networks("127.0.0.1, 10.0.0.0/8; 2001:db8:ffff::/48")!);

    [Theory]
    [InlineData("192.0.2.7", null, "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", null, "192.0.2.7")]
    [InlineData("192.0.2.7", "198.51.100.1", "192.0.2.7")]
    [InlineData("127.0.0.1", null, "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("::ffff:127.0.0.1", "198.51.100.1:4711", "198.51.100.1")]
    [InlineData("127.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1")]
    [InlineData("127.0.0.1", "203.0.113.9, 198.51.100.1, 10.1.2.3", "198.51.100.1")]
    [InlineData("127.0.0.1", "203.0.113.9, nonsense, 10.1.2.3", "10.1.2.3")]
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    [InlineData("127.0.0.1", "unknown", "127.0.0.1")]
    [InlineData("2001:db8:ffff::1", "198.51.100.1", "198.51.100.1")]
    public void Only_a_named_proxy_is_believed_and_only_for_whoever_called_it(string connection, string? forwarded, string counted) =>
        Assert.Equal(counted, Of(connection, forwarded));

    [Fact]
    public void A_home_has_one_network_of_IPv6_and_its_neighbour_another()
    {
        var one = Of("2001:db8:1:2:aaaa::1");

        Assert.Equal(one, Of("2001:db8:1:2:bbbb:1:2:3"));
        Assert.Equal(one, Of("127.0.0.1", "[2001:db8:1:2::9]:443"));
        Assert.NotEqual(one, Of("2001:db8:1:3:aaaa::1"));
    }

    [Fact]
    public void A_long_chain_is_not_followed_for_ever()
    {
        var chain = string.Join(", ", Enumerable.Repeat("10.0.0.1", 1000).Prepend("198.51.100.1"));

        Assert.Equal("10.0.0.1", Of("127.0.0.1", chain));
    }

    [Fact]
    public void A_proxy_that_was_not_named_is_noticed()
    {
        Assert.True(Addresses.IsHidden(Call("192.0.2.7", "198.51.100.1")));
        Assert.False(Addresses.IsHidden(Call("127.0.0.1", "198.51.100.1")));
        Assert.False(Addresses.IsHidden(Call("192.0.2.7", null)));
    }

    [Theory]
    [InlineData("proxy.example.org")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.1, x")]
    public void What_is_no_address_is_no_list(string text) => Assert.Null(CallerAddress.Networks(text));

    private static string Of(string connection, string? forwarded = null) => Addresses.Of(Call(connection, forwarded));

    private static DefaultHttpContext Call(string connection, string? forwarded)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        if (forwarded is not null)
        {
            http.Request.Headers[CallerAddress.Forwarded] = forwarded;
        }

        return http;
    }
}
