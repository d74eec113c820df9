using NodaTime;
using NodaTime.TimeZones;

namespace WalkBuddyBot.Domain;

/// <summary>
/// From a wish in local time to instants. Where clocks spring forward over the time asked for, the slot comes at the first moment
/// after the gap; where an hour repeats it comes the first time only; a date that the zone skipped has no slot. Nobody is skipped
/// otherwise, and nobody is nudged twice.
/// </summary>
internal static class SlotRule
{
    // A weekly wish names at least one day in seven; a skipped date and a gap may each cost one more week.
    private const int DaysToLook = 22;
    private const int DaysPerWeek = 7;

    public static PlannedSlot? Next(Schedule schedule, DateTimeZone zone, Instant after) => schedule.When switch
    {
        Recurrence.After(var at) => Elapsed(schedule, at, after),
        Recurrence.Once(var at) => at > schedule.DoneThrough ? Map(schedule, zone, at, after) : null,
        Recurrence.Weekly or Recurrence.Every => Recurring(schedule, zone, after),
        _ => throw new InvalidOperationException($"No rule says when {schedule.When.GetType().Name} falls."),
    };

    private static PlannedSlot? Elapsed(Schedule schedule, Instant at, Instant after)
    {
        var local = at.InUtc().LocalDateTime;
        return at > after && local > schedule.DoneThrough ? new(new Slot(schedule.Id, local, 0), at, Shifted: false) : null;
    }

    private static PlannedSlot? Recurring(Schedule schedule, DateTimeZone zone, Instant after)
    {
        // A clock that goes back at midnight puts the same instant's neighbours on two dates: begin a day early.
        var from = LocalDate.Max(after.InZone(zone).Date.PlusDays(-1), schedule.DoneThrough.Date);
        var until = from.PlusDays(DaysToLook);
        for (var date = from; date <= until; date = date.PlusDays(1))
        {
            if (schedule.When.LeavesOut(date))
            {
                // Each date left out may cost the week it is in.
                until = until.PlusDays(DaysPerWeek);
                continue;
            }

            foreach (var time in schedule.When.TimesOn(date.DayOfWeek))
            {
                var local = date.At(time);
                if (local > schedule.DoneThrough && Map(schedule, zone, local, after) is { } slot)
                {
                    return slot;
                }
            }
        }

        return null;
    }

    private static PlannedSlot? Map(Schedule schedule, DateTimeZone zone, LocalDateTime local, Instant after)
    {
        var mapping = zone.MapLocal(local);
        var skipped = mapping.Count == 0;
        var due = skipped ? mapping.EarlyInterval.End : mapping.First().ToInstant();
        if (skipped && CoversDate(mapping, local.Date))
        {
            return null;
        }

        return due > after ? new(new Slot(schedule.Id, local, 0), due, skipped) : null;
    }

    // Only a gap that swallows the whole date takes its slots away. One that ends at midnight (Nuuk goes from 23:00 to 00:00)
    // leaves a date that had its day: its slot comes at that midnight, although the next date has begun by then.
    private static bool CoversDate(ZoneLocalMapping gap, LocalDate date) =>
        gap.EarlyInterval.IsoLocalEnd <= date.AtMidnight() && gap.LateInterval.IsoLocalStart >= date.PlusDays(1).AtMidnight();
}
