using System.Data.Common;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.People;

/// <summary>A schedule's row, its recurrence not yet read.</summary>
/// <param name="Seq">The row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What its nudges are for.</param>
/// <param name="Recurrence">When they come, as JSON.</param>
/// <param name="DoneThrough">The last slot that was planned or passed over, as text.</param>
/// <param name="NextDue">When the next slot falls, in milliseconds.</param>
/// <param name="SlotAt">The next slot's local time, as text.</param>
/// <param name="Shifted">Whether clocks skip that time.</param>
internal sealed record ScheduleRow(
    long Seq, ScheduleId Id, string Kind, string Recurrence, string DoneThrough, long? NextDue, string? SlotAt, bool Shifted)
{
    public const string Columns = "s.seq, s.id, s.kind, s.recurrence, s.done_through, s.next_due_at, s.slot_at, s.shifted";

    /// <summary>How many columns <see cref="Read"/> takes.</summary>
    public const int Width = 8;

    public static List<ScheduleRow> Of(Session session, PersonId person) =>
        session.All($"SELECT {Columns} FROM schedule s WHERE s.person = @person ORDER BY s.place", Read, ("@person", person.Value.Blob()));

    public static ScheduleRow Read(DbDataReader row) => new(
        row.GetInt64(0),
        new ScheduleId(row.Id(1)),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.NumberOrNull(5),
        row.TextOrNull(6),
        row.Flag(7));

    /// <exception cref="UnreadableRowException">It is not what was written here.</exception>
    public Schedule Schedule() =>
        new(Id, new NudgeKind(Kind), StoreJson.Read<Recurrence>(Recurrence), Storage.Columns.Local(DoneThrough));

    /// <summary>The next slot, or null when nothing is planned.</summary>
    public PlannedSlot? Slot() => NextDue is { } due && SlotAt is { } at
        ? new(new Slot(Id, Storage.Columns.Local(at), Again: 0), Instant.FromUnixTimeMilliseconds(due), Shifted)
        : null;

    /// <summary>Whether a one-off has had its slot, or has let it pass: it is no longer shown, and goes with the next change.</summary>
    public bool IsUsedUp(Schedule schedule, DateTimeZone? zone, Instant now) => schedule.When switch
    {
        Recurrence.Once(var at) =>
            at <= schedule.DoneThrough || (NextDue is null && zone is not null && at < now.InZone(zone).LocalDateTime),
        Recurrence.After(var at) => at.InUtc().LocalDateTime <= schedule.DoneThrough || (NextDue is null && at <= now),
        _ => false,
    };
}
