using WalkBuddyBot.BotFramework.Messages.Trust;

namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>While nothing carries a token: connectors on this machine only.</summary>
internal sealed class LoopbackHosts : IConnectorHosts
{
    public bool MayCall(string serviceUrl) => Loopback.IsUrl(serviceUrl);
}
