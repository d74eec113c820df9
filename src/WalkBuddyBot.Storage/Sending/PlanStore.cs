using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.People;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>The planner's side of the database: what is due, found by one index, and one commit of what became of it.</summary>
internal sealed partial class PlanStore(IStore store, IDateTimeZoneProvider zones, IClock clock, ILogger<PlanStore> log) : IPlan
{
    public async Task<IReadOnlyList<PlanStep>> PlanDueAsync(
        int most, Func<DueSchedule, Instant, PlanStep> step, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.ReadAsync(session => Due(session, most, now.ToUnixTimeMilliseconds()), cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        var planned = due.ConvertAll(row => Plan(row, step, now));
        return await store.WriteAsync(
            WorkClass.Dispatch, session => Commit(session, planned, now.ToUnixTimeMilliseconds()), cancellationToken);
    }

    private static List<DueRow> Due(Session session, int most, long now) => session.All(
        $"""
        SELECT {ScheduleRow.Columns}, s.person, p.zone, {AddressRows.Columns}
        FROM schedule s LEFT JOIN person p ON p.id = s.person LEFT JOIN address a ON a.id = p.nudge_at
        WHERE s.next_due_at IS NOT NULL AND s.next_due_at <= @now ORDER BY s.next_due_at LIMIT @most
        """,
        DueRow.Read,
        ("@now", now),
        ("@most", (long)most));

    // One row that cannot be planned is parked; it must not stand in the way of those behind it.
    private Planned Plan(DueRow row, Func<DueSchedule, Instant, PlanStep> step, Instant now)
    {
        try
        {
            if (row.To is not { } to || row.Zone is null || zones.GetZoneOrNull(row.Zone) is null || row.Schedule.Slot() is not { } slot)
            {
                Parked(log, row.Schedule.Id.Value, row.Person.Value, "no zone, no address or no slot");
                return new(row, Step: null, Body: null);
            }

            var result = step(new DueSchedule(row.Person, to, row.Zone, row.Schedule.Schedule(), slot), now);
            return new(row, result, OutgoingRows.Body(result.Row));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Parked(log, row.Schedule.Id.Value, row.Person.Value, error.GetType().Name);
            return new(row, Step: null, Body: null);
        }
    }

    private List<PlanStep> Commit(Session session, List<Planned> planned, long now)
    {
        var committed = new List<PlanStep>(planned.Count);
        foreach (var (row, step, body) in planned)
        {
            if (Advance(session, row.Schedule, step) && step is not null)
            {
                OutgoingRows.Add(session, step.Row, body, lease: null, now);
                committed.Add(step);
            }
        }

        return committed;
    }

    // Whatever a turn changed meanwhile stands: the guard finds no row.
    private bool Advance(Session session, ScheduleRow row, PlanStep? step) => session.Run(
        """
        UPDATE schedule SET done_through = @done, next_due_at = @due, slot_at = @slot, shifted = @shifted, tzdb = @tzdb
        WHERE seq = @seq AND id = @id AND next_due_at = @seen_due AND done_through = @seen_done
        """,
        ("@done", step?.After.DoneThrough.Iso() ?? row.DoneThrough),
        ("@due", step?.Next?.Due.Millis()),
        ("@slot", step?.Next?.Slot.At.Iso()),
        ("@shifted", step?.Next?.Shifted ?? false),
        ("@tzdb", zones.VersionId),
        ("@seq", row.Seq),
        ("@id", row.Id.Value.Blob()),
        ("@seen_due", row.NextDue),
        ("@seen_done", row.DoneThrough)) == 1;

    [LoggerMessage(1, LogLevel.Error, "Schedule {ScheduleId} of person {PersonId} cannot be planned and is parked: {Reason}.")]
    private static partial void Parked(ILogger logger, Guid scheduleId, Guid personId, string reason);

    private sealed record Planned(DueRow Row, PlanStep? Step, string? Body);

    private sealed record DueRow(ScheduleRow Schedule, PersonId Person, string? Zone, Address? To)
    {
        private const int PersonAt = ScheduleRow.Width;

        public static DueRow Read(DbDataReader row) => new(
            ScheduleRow.Read(row),
            new PersonId(row.Id(PersonAt)),
            row.TextOrNull(PersonAt + 1),
            row.IsDBNull(PersonAt + 2) ? null : AddressRows.Read(row, PersonAt + 2));
    }
}
