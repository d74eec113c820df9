using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Operations;

/// <summary>
/// A tick has ended, the last one not long ago, and nothing that is due waits for longer than it may. A full lane may wait for as long as
/// a reminder's grace, because the pace is the tenant's; what is later than that should have been dropped.
/// </summary>
internal sealed class ClockSpeaks(ITickHealth ticks, IOutbox outbox, IOptions<NudgeOptions> nudges, IClock clock) : IHealthCheck
{
    private static readonly Duration LongestSilence = Duration.FromSeconds(60);
    private static readonly Duration Slack = Duration.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (ticks.LastFinished is not { } last || clock.GetCurrentInstant() - last > LongestSilence)
        {
            return HealthCheckResult.Unhealthy("No tick has ended lately.");
        }

        var longestWait = Duration.FromTimeSpan(nudges.Value.Grace) + Slack;
        return await outbox.OldestDueAsync(cancellationToken) > longestWait
            ? HealthCheckResult.Unhealthy("A message that is due has waited too long.")
            : HealthCheckResult.Healthy();
    }
}
