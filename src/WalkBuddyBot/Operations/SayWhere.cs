using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace WalkBuddyBot.Operations;

/// <summary>Once the server listens, says the address to open.</summary>
internal sealed partial class SayWhere(IServer server, IHostApplicationLifetime lifetime, ILogger<SayWhere> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            {
                Open(logger, address);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "WalkBuddyBot is ready. Open {Address} in a browser; Ctrl+C ends it.")]
    private static partial void Open(ILogger logger, string address);
}
