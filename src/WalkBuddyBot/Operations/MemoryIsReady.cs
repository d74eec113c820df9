using Microsoft.Extensions.Diagnostics.HealthChecks;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Operations;

/// <summary>The database answers, has the schema this version knows, and holds the key that signs web-chat tokens.</summary>
internal sealed class MemoryIsReady(IStorageGate storage, ISigningKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = await storage.CheckAsync(cancellationToken);
        return health.Ready && await keys.AllAsync(cancellationToken) is { Count: > 0 }
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(health.Problem ?? "There is no signing key yet.");
    }
}
