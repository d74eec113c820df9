namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>
/// Which connectors may be called. It is asked of the stored URL each time something is sent, so that a row somebody tampered with leads
/// nowhere.
/// </summary>
internal interface IConnectorHosts
{
    /// <summary>Whether this service URL may be called.</summary>
    bool MayCall(string serviceUrl);
}
