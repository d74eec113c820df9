using System.Net;
using Microsoft.AspNetCore.Http;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Calls;

namespace WalkBuddyBot.BotFramework.Messages.Trust;

/// <summary>
/// Mode NoneLoopbackOnly: whoever calls from this machine, directly, is believed. A proxy would make everybody look local, a name can be
/// made to point here (DNS rebinding), and any site's page can post, so each of these is refused. A token is not looked at.
/// </summary>
internal sealed class LoopbackTrust : IInboundTrust, ICaller
{
    private const string ForwardedPrefix = "X-Forwarded-";

    public ValueTask<(ICaller? Caller, Refusal? Refusal)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<(ICaller?, Refusal?)>(WhyNot(request) is { } why ? (null, why) : (this, null));

    public Refusal? Judge(BotActivity activity) =>
        activity.ServiceUrl is null or "" || Loopback.IsUrl(activity.ServiceUrl) ? null : MessageRefusals.ServiceUrl;

    private static Refusal? WhyNot(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return MessageRefusals.Remote;
        }

        if (request.Headers.Keys.Any(IsForwarded))
        {
            return MessageRefusals.Proxied;
        }

        if (!Loopback.IsHost(request.Host.Host))
        {
            return MessageRefusals.HostName;
        }

        return request.Headers.Origin.All(Loopback.IsOrigin) ? null : MessageRefusals.Origin;
    }

    private static bool IsForwarded(string header) =>
        header.StartsWith(ForwardedPrefix, StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase);
}
