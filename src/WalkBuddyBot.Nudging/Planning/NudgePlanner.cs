using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Planning;

/// <summary>Turns slots that have come into rows of the outbox, and finds the next slot of each schedule. Sends nothing.</summary>
internal sealed partial class NudgePlanner(
    IPlan plan, NudgeKinds kinds, IDateTimeZoneProvider zones, NudgeMeters meters, ILogger<NudgePlanner> logger)
{
    private const int Batch = 500;
    private const int MostSpread = 120;

    /// <summary>Plans until nothing is due any more.</summary>
    /// <returns>The steps that were committed.</returns>
    public async Task<TickResult> RunAsync(CancellationToken cancellationToken)
    {
        var result = TickResult.Nothing;
        IReadOnlyList<PlanStep> steps;
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
        while (steps.Count >= Batch);

        return result;
    }

    internal PlanStep Step(DueSchedule due, Instant now)
    {
        var grace = kinds.GraceOf(due.Schedule.Kind);
        var after = due.Schedule with { DoneThrough = due.Slot.Slot.At };
        var row = Outgoing.NudgeFor(due.Person, due.To, due.Slot.Slot, due.Schedule.Kind, due.Slot.Due + Spread(due), grace);
        if (zones.GetZoneOrNull(due.Zone) is not { } zone)
        {
            LogUnknownZone(due.Schedule.Id.Value, due.Zone);
            return new(Drop(row, DropReasons.NoZone), after, Next: null);
        }

        // After a night without power one reminder still within its grace is enough: a dropped slot may be followed by
        // such a one, a slot that goes out is not.
        return now > row.Stale
            ? new(Drop(row, DropReasons.Late), after, after.Next(zone, now - grace))
            : new(row, after, after.Next(zone, now));
    }

    // Tips with no clock time of their own do not all come in one second. A time that somebody named is kept to the minute.
    internal static Duration Spread(DueSchedule due) => due.Schedule is { Kind: var kind, When: Recurrence.Every } && kind == NudgeKind.Tip
        ? Duration.FromSeconds(DerivedId.Spread(due.Slot.Slot.OutgoingId.Value, MostSpread + 1))
        : Duration.Zero;

    private static Outgoing Drop(Outgoing row, string reason) => row with { State = OutgoingState.Dropped, Reason = reason };

    [LoggerMessage(1, LogLevel.Error, "Schedule {ScheduleId} has the zone {Zone}, which the zone data does not know. It rests.")]
    private partial void LogUnknownZone(Guid scheduleId, string zone);
}
