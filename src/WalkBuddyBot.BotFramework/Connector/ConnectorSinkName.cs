namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>The name of the sink that answers by the channel's connector; see <see cref="IActivitySink.Name"/>.</summary>
public static class ConnectorSinkName
{
    /// <summary>As references and inbox rows hold it.</summary>
    public const string Value = "connector";
}
