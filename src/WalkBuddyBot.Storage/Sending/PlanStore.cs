using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.People;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>The planner's side of the database: what is due, found by one index, and one commit of what became of it.</summary>
internal sealed partial class PlanStore(IStore store, IDateTimeZoneProvider zones, IClock clock, ILogger<PlanStore> log) : IPlan
{
    public async Task<IReadOnlyList<PlanStep>> PlanDueAsync(
        int most, Func<DueSchedule, Instant, PlanStep> step, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();

        // Of several nodes each takes other rows and holds them until its commit. Where there is one writer it must not think meanwhile.
        var due = await store.ReadAsync(
            session => store.IsAlone ? Due(session, most, now.ToUnixTimeMilliseconds()) : AnyDue(session, now.ToUnixTimeMilliseconds()),
            cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        if (!store.IsAlone)
        {
            return await store.WriteAsync(WorkClass.Dispatch, session => PlanHeld(session, most, step, now), cancellationToken);
        }

        var planned = due.ConvertAll(row => Plan(row, step, now));
        return await store.WriteAsync(
            WorkClass.Dispatch, session => Commit(session, planned, now.ToUnixTimeMilliseconds()), cancellationToken);
    }

    // A tick with nothing due costs one look, and no lock.
    private static List<DueRow> AnyDue(Session session, long now) => Due(session, 1, now);

    private List<PlanStep> PlanHeld(Session session, int most, Func<DueSchedule, Instant, PlanStep> step, Instant now) => Commit(
        session, Due(session, most, now.ToUnixTimeMilliseconds(), session.ForUpdateOfFree).ConvertAll(row => Plan(row, step, now)),
        now.ToUnixTimeMilliseconds());

    private static List<DueRow> Due(Session session, int most, long now, string held = "") => session.All(
        $"""
        WITH due AS MATERIALIZED (
            SELECT seq FROM schedule WHERE next_due_at IS NOT NULL AND next_due_at <= @now ORDER BY next_due_at LIMIT @most {held})
        SELECT {ScheduleRow.Columns}, s.person, p.zone, {AddressRows.Columns}
        FROM due JOIN schedule s ON s.seq = due.seq LEFT JOIN person p ON p.id = s.person LEFT JOIN address a ON a.id = p.nudge_at
        ORDER BY s.next_due_at
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
                return new(row, Step: null);
            }

            return new(row, step(new DueSchedule(row.Person, to, row.Zone, row.Schedule.Schedule(), slot), now));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Parked(log, row.Schedule.Id.Value, row.Person.Value, error.GetType().Name);
            return new(row, Step: null);
        }
    }

    private List<PlanStep> Commit(Session session, List<Planned> planned, long now)
    {
        var advanced = Advance(session, planned);
        var committed = planned.Where(plan => plan.Step is not null && advanced.Contains(plan.Row.Schedule.Seq))
            .Select(plan => plan.Step!).ToList();
        OutgoingRows.Add(session, committed.Select(step => step.Row), now);
        return committed;
    }

    // Whatever a turn changed meanwhile stands: the guard finds no row.
    private HashSet<long> Advance(Session session, List<Planned> planned)
    {
        var given = new Given(
            ("at", GivenType.Number),
            ("id", GivenType.Id),
            ("seen_due", GivenType.Number),
            ("seen_done", GivenType.Text),
            ("done", GivenType.Text),
            ("due", GivenType.Number),
            ("slot", GivenType.Text),
            ("moved", GivenType.Number));
        foreach (var (row, step) in planned)
        {
            given.Add(
                row.Schedule.Seq,
                row.Schedule.Id.Value,
                row.Schedule.NextDue,
                row.Schedule.DoneThrough,
                step?.After.DoneThrough.Iso() ?? row.Schedule.DoneThrough,
                step?.Next?.Due.Millis(),
                step?.Next?.Slot.At.Iso(),
                step?.Next?.Shifted ?? false ? 1L : 0L);
        }

        return
        [
            .. session.All(
                $"""
                UPDATE schedule SET done_through = given.done, next_due_at = given.due, slot_at = given.slot, shifted = given.moved,
                    tzdb = @tzdb
                FROM {session.Relation(given)}
                WHERE schedule.seq = given.at AND schedule.id = given.id AND next_due_at = given.seen_due AND done_through = given.seen_done
                RETURNING schedule.seq
                """,
                row => row.GetInt64(0),
                Session.Pass(given),
                ("@tzdb", zones.VersionId)),
        ];
    }

    [LoggerMessage(1, LogLevel.Error, "Schedule {ScheduleId} of person {PersonId} cannot be planned and is parked: {Reason}.")]
    private static partial void Parked(ILogger logger, Guid scheduleId, Guid personId, string reason);

    private sealed record Planned(DueRow Row, PlanStep? Step);

    private sealed record DueRow(ScheduleRow Schedule, PersonId Person, string? Zone, Address? To)
    {
        private const int PersonAt = ScheduleRow.Width;

        public static DueRow Read(DbDataReader row) => new(
            ScheduleRow.Read(row),
            new PersonId(row.Id(PersonAt)),
            row.TextOrNull(PersonAt + 1),
            row.IsDBNull(PersonAt + 2) ? null : AddressOrNull(row));

        private static Address? AddressOrNull(DbDataReader row)
        {
            try
            {
                return AddressRows.Read(row, PersonAt + 2);
            }
            catch (UnreadableRowException)
            {
                return null;
            }
        }
    }
}
