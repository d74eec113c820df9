using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.EndToEnd.Crash;

internal sealed class CrashingPlan(IPlan inner, string point) : IPlan
{
    public async Task<IReadOnlyList<PlanStep>> PlanDueAsync(int most, Func<DueSchedule, Instant, PlanStep> step, CancellationToken cancellationToken)
    {
        var steps = await inner.PlanDueAsync(most, step, cancellationToken);
        if (steps.Count > 0)
        {
            CrashHost.DieAt(CrashPoint.AfterPlan, point);
        }

        return steps;
    }
}
