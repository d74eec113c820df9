using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>The plan with a stopwatch.</summary>
internal sealed class TimedPlan(IPlan inner, Stages stages) : IPlan
{
    public Task<IReadOnlyList<PlanStep>> PlanDueAsync(
        int most, Func<DueSchedule, Instant, PlanStep> step, CancellationToken cancellationToken) => stages.TimeAsync(
            "plan", () => inner.PlanDueAsync(most, (due, now) => stages.Time("plan: slot rule", () => step(due, now)), cancellationToken));
}
