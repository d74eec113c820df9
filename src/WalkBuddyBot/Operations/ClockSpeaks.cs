using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Operations;

/// <summary>A tick has ended, the last one not long ago, and nothing due has waited for minutes.</summary>
internal sealed class ClockSpeaks(ITickHealth ticks, IOutbox outbox, IClock clock) : IHealthCheck
{
    private static readonly Duration LongestSilence = Duration.FromSeconds(60);
    private static readonly Duration LongestWait = Duration.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (ticks.LastFinished is not { } last || clock.GetCurrentInstant() - last > LongestSilence)
        {
            return HealthCheckResult.Unhealthy("No tick has ended lately.");
        }

        return await outbox.OldestDueAsync(cancellationToken) > LongestWait
            ? HealthCheckResult.Unhealthy("A message that is due has waited too long.")
            : HealthCheckResult.Healthy();
    }
}
