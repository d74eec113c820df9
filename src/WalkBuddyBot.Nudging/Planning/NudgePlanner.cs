using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Planning;

/// <summary>Turns slots that have come into rows of the outbox, and finds the next slot of each schedule. Sends nothing.</summary>
internal sealed partial class NudgePlanner(
    IPlan plan, NudgeKinds kinds, IDateTimeZoneProvider zones, NudgeMeters meters, ILogger<NudgePlanner> logger)
{
    private const int Batch = 500;

    // What was missed longer ago than this is not told slot by slot: a month without power is no flood of rows.
    private static readonly Duration LongestLook = Duration.FromDays(1);

    /// <summary>Plans until nothing is due any more.</summary>
    /// <returns>The steps that were committed.</returns>
    public async Task<TickResult> RunAsync(CancellationToken cancellationToken)
    {
        var result = TickResult.Nothing;
        IReadOnlyList<PlanStep> steps;
        var now = Instant.MinValue;
        do
        {
            steps = await plan.PlanDueAsync(Batch, Step, cancellationToken);
            foreach (var step in steps)
            {
                meters.Planned(step.Row);
            }

            var dropped = steps.Count(step => step.Row.State == OutgoingState.Dropped);
            result = result.And(TickResult.Nothing with { Planned = steps.Count, Dropped = dropped });
        }
        while (steps.Count >= Batch || steps.Any(step => step.Next?.Due <= now));

        return result;

        PlanStep Step(DueSchedule due, Instant at)
        {
            now = at;
            return this.Step(due, at);
        }
    }

    internal PlanStep Step(DueSchedule due, Instant now)
    {
        var grace = kinds.GraceOf(due.Schedule.Kind);
        var after = due.Schedule with { DoneThrough = due.Slot.Slot.At };
        var place = due.Slot.Due + Spread.Of(due.Person, due.Schedule.When, due.Slot.Slot.At);
        var row = Outgoing.NudgeFor(due.Person, due.To, due.Slot.Slot, due.Schedule.Kind, place, grace);
        if (zones.GetZoneOrNull(due.Zone) is not { } zone)
        {
            LogUnknownZone(due.Schedule.Id.Value, due.Zone);
            return new(Drop(row, DropReasons.NoZone), after, Next: null);
        }

        // After a night without power one reminder still within its grace is enough, and the freshest is of most use. The others are
        // planned all the same, to be dropped and counted.
        var following = after.Next(zone, Instant.Max(due.Slot.Due, now - LongestLook));
        return now > row.Stale || following?.Due <= now
            ? new(Drop(row, DropReasons.Late), after, following)
            : new(row, after, after.Next(zone, now));
    }

    private static Outgoing Drop(Outgoing row, string reason) => row with { State = OutgoingState.Dropped, Reason = reason };

    [LoggerMessage(1, LogLevel.Error, "Schedule {ScheduleId} has the zone {Zone}, which the zone data does not know. It rests.")]
    private partial void LogUnknownZone(Guid scheduleId, string zone);
}
