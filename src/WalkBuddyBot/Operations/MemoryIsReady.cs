using Microsoft.Extensions.Diagnostics.HealthChecks;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Operations;

/// <summary>The database answers, has the schema this version knows, and holds the key that signs web-chat tokens.</summary>
internal sealed class MemoryIsReady(IStorageGate storage, ISigningKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await storage.CheckAsync(cancellationToken);
        _ = await keys.AllAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
