using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.BotFramework.Connector;

namespace WalkBuddyBot.BotFramework;

/// <summary>The way out to channels: Bot Connector REST.</summary>
public static class ConnectorRoom
{
    private static readonly TimeSpan ConnectionKept = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectingAtMost = TimeSpan.FromSeconds(3);

    /// <summary>Adds the sink named <see cref="ConnectorSinkName.Value"/>. The host brings <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddConnector(this IServiceCollection services)
    {
        // The client bounds its attempts itself; and its addresses hold ids of people, so its requests are not logged.
        services.AddHttpClient(ConnectorClient.HttpName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Handler);
        services.AddSingleton<ConnectorClient>().AddSingleton<IConnectorHosts, LoopbackHosts>();
        return services.AddSingleton<IActivitySink, ConnectorSink>();
    }

    // A connector that redirects, sets cookies or stands behind a proxy is not the one whose address was checked.
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = ConnectionKept,
        ConnectTimeout = ConnectingAtMost,
    };
}
