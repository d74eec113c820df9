using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>Schedules with their next slots; due ones are planned as a store would.</summary>
internal sealed class FakePlan(IClock clock) : IPlan
{
    private readonly Dictionary<ScheduleId, DueSchedule> _due = [];

    public List<PlanStep> Committed { get; } = [];

    public int Calls { get; private set; }

    public void Add(DueSchedule due) => _due[due.Schedule.Id] = due;

    public Task<IReadOnlyList<PlanStep>> PlanDueAsync(
        int most, Func<DueSchedule, Instant, PlanStep> step, CancellationToken cancellationToken)
    {
        Calls++;
        var now = clock.GetCurrentInstant();
        var steps = new List<PlanStep>();
        foreach (var due in _due.Values.Where(due => due.Slot.Due <= now).OrderBy(due => due.Slot.Due).Take(most).ToList())
        {
            var made = step(due, now);
            steps.Add(made);
            _due.Remove(due.Schedule.Id);
            if (made.Next is { } next)
            {
                Add(due with { Schedule = made.After, Slot = next });
            }
        }

        Committed.AddRange(steps);
        return Task.FromResult<IReadOnlyList<PlanStep>>(steps);
    }
}
