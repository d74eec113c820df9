using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.People;

/// <summary>
/// What a turn does to a person's schedules, worked out before the writer is asked: which rows are written with which next slot, and which
/// go. A schedule the turn did not touch keeps the place the planner gave it, unless something that moves all of them changed.
/// </summary>
internal sealed record SchedulePlan(
    IReadOnlyList<SchedulePlan.Write> Writes, IReadOnlyList<SchedulePlan.Place> Places, IReadOnlyList<ScheduleRow> Gone)
{
    public static SchedulePlan For(Person? before, Person after, List<ScheduleRow> rows, IDateTimeZoneProvider zones, Instant now)
    {
        var moved = before is null || before.Zone != after.Zone || before.Standing != after.Standing || before.NudgeAt != after.NudgeAt;
        var byId = rows.ToDictionary(row => row.Id);
        var writes = new List<Write>();
        var places = new List<Place>();
        for (var place = 0; place < after.Schedules.Length; place++)
        {
            var schedule = after.Schedules[place];
            var row = byId.GetValueOrDefault(schedule.Id);
            var recurrence = StoreJson.Write(schedule.When);
            var passedOver = row is not null && PassedOver(row, schedule, before ?? after, zones, now);
            if (row is not null && !moved && !passedOver && row.Kind == schedule.Kind.Id && row.Recurrence == recurrence)
            {
                places.Add(new(row.Seq, place));
                continue;
            }

            var done = row is null || passedOver ? schedule.DoneThrough : LocalDateTime.Max(Columns.Local(row.DoneThrough), schedule.DoneThrough);
            var next = Planning.Next(after, schedule with { DoneThrough = done }, zones, now);
            writes.Add(new(schedule, place, recurrence, done.Iso(), row?.DoneThrough, next));
        }

        return new(writes, places, [.. rows.Where(row => !after.Schedules.Any(schedule => schedule.Id == row.Id) && IsReadable(row))]);
    }

    /// <summary>Does it. False when the planner came between: then it must be worked out again.</summary>
    public bool Apply(Session session, PersonId person, string tzdb)
    {
        foreach (var write in Writes)
        {
            if (write.SeenDone is not null && Done(session, write.Schedule.Id) != write.SeenDone)
            {
                return false;
            }

            Save(session, person, write, tzdb);
        }

        foreach (var (seq, place) in Places)
        {
            session.Run("UPDATE schedule SET place = @place WHERE seq = @seq AND place <> @place", ("@place", (long)place), ("@seq", seq));
        }

        foreach (var row in Gone)
        {
            session.Run("DELETE FROM schedule WHERE seq = @seq AND id = @id", ("@seq", row.Seq), ("@id", row.Id.Value.Blob()));
        }

        return true;
    }

    // A turn passes slots over by a later mark ("not today"), and takes that back by an earlier one while the mark still lies ahead. Any
    // other difference is the planner's, which has gone on meanwhile: its marks never lie ahead, in the zone they were made in.
    private static bool PassedOver(ScheduleRow row, Schedule schedule, Person person, IDateTimeZoneProvider zones, Instant now)
    {
        var known = Columns.Local(row.DoneThrough);
        var zone = schedule.When is Recurrence.After ? DateTimeZone.Utc : Planning.ZoneOf(person, zones) ?? DateTimeZone.Utc;
        return schedule.DoneThrough > known || (schedule.DoneThrough < known && known > now.InZone(zone).LocalDateTime);
    }

    // What nobody can read stays where it is, parked, for whoever repairs it.
    private static bool IsReadable(ScheduleRow row)
    {
        try
        {
            return row.Schedule() is not null;
        }
        catch (UnreadableRowException)
        {
            return false;
        }
    }

    private static string? Done(Session session, ScheduleId id) =>
        session.Text("SELECT done_through FROM schedule WHERE id = @id", ("@id", id.Value.Blob()));

    private static void Save(Session session, PersonId person, Write write, string tzdb) => session.Run(
        """
        INSERT INTO schedule (id, person, place, kind, recurrence, done_through, next_due_at, slot_at, shifted, tzdb)
        VALUES (@id, @person, @place, @kind, @recurrence, @done, @due, @slot, @shifted, @tzdb)
        ON CONFLICT (id) DO UPDATE SET place = excluded.place, kind = excluded.kind, recurrence = excluded.recurrence,
            done_through = excluded.done_through, next_due_at = excluded.next_due_at, slot_at = excluded.slot_at,
            shifted = excluded.shifted, tzdb = excluded.tzdb WHERE person = excluded.person
        """,
        ("@id", write.Schedule.Id.Value.Blob()),
        ("@person", person.Value.Blob()),
        ("@place", (long)write.Place),
        ("@kind", write.Schedule.Kind.Id),
        ("@recurrence", write.Recurrence),
        ("@done", write.Done),
        ("@due", write.Next?.Due.Millis()),
        ("@slot", write.Next?.Slot.At.Iso()),
        ("@shifted", write.Next?.Shifted ?? false),
        ("@tzdb", tzdb));

    /// <summary>A row to be written.</summary>
    /// <param name="Schedule">The schedule as the turn wants it.</param>
    /// <param name="Place">Its place among the person's.</param>
    /// <param name="Recurrence">Its recurrence as JSON.</param>
    /// <param name="Done">The mark of what is done: the turn's where it passed slots over, else the later of its and the database's.</param>
    /// <param name="SeenDone">The database's mark as it was seen; null for a new row.</param>
    /// <param name="Next">The next slot.</param>
    internal sealed record Write(Schedule Schedule, int Place, string Recurrence, string Done, string? SeenDone, PlannedSlot? Next);

    /// <summary>A row that stays but for its place in the list.</summary>
    internal sealed record Place(long Seq, int At);
}
