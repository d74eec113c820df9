using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>The schedules whose next slot has come.</summary>
public interface IPlan
{
    /// <summary>
    /// Takes schedules that are due by the database's clock, soonest first, and commits what the step makes of each: the slot done, the
    /// next due instant, the outgoing row if there is one. A schedule that was changed meanwhile is left alone; leases nothing.
    /// </summary>
    /// <param name="most">At most so many.</param>
    /// <param name="step">What becomes of a due schedule at the present instant. Pure; called outside any lock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The steps that were committed.</returns>
    Task<IReadOnlyList<PlanStep>> PlanDueAsync(int most, Func<DueSchedule, Instant, PlanStep> step, CancellationToken cancellationToken);
}
