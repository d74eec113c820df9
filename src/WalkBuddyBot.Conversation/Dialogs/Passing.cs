using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Changes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Passes over slots that are still to come.</summary>
internal static class Passing
{
    private const int MostDaysAhead = 366;

    /// <summary>The person with one slot passed over.</summary>
    public static Person One(Person person, IDateTimeZoneProvider zones, Instant now, PlannedSlot next)
    {
        var schedules = person.Schedules.ToBuilder();
        var kind = person.Schedules.First(schedule => schedule.Id == next.Slot.Schedule).Kind;
        for (var i = 0; i < schedules.Count; i++)
        {
            // What the hours keep back before it goes with it, and so does a twin, which would come in its place.
            while (schedules[i].Kind == kind && Planning.Next(person, schedules[i], zones, now) is { } slot && slot.Due <= next.Due + Twins.Near)
            {
                schedules[i] = schedules[i] with { DoneThrough = slot.Slot.At };
            }
        }

        return person with { Schedules = schedules.ToImmutable() };
    }

    /// <summary>Whether nothing comes on a date.</summary>
    public static bool IsFree(Talk talk, LocalDate date) => talk.Person.Schedules.All(schedule => !Holds(talk, schedule, date));

    /// <summary>The person with a date left out; null where nothing comes on it, or where it is too far ahead.</summary>
    public static Person? Day(Talk talk, LocalDate date)
    {
        if (IsFree(talk, date) || date > talk.LocalNow.Date.PlusDays(MostDaysAhead))
        {
            return null;
        }

        return talk.Person with
        {
            Schedules = [.. talk.Person.Schedules.Select(schedule => Holds(talk, schedule, date) ? Without(talk, schedule, date) : schedule)],
        };
    }

    private static bool Holds(Talk talk, Schedule schedule, LocalDate date) =>
        Listed.Moment(schedule.When, talk.ZoneOrUtc) is { } once
            ? once.Date == date && !Spent.Over(schedule, talk.ZoneOrUtc, talk.Now)
            : !schedule.When.LeavesOut(date) && schedule.When.TimesOn(date.DayOfWeek).Any(time => date.At(time) > schedule.DoneThrough);

    private static Schedule Without(Talk talk, Schedule schedule, LocalDate date) => schedule.When switch
    {
        Recurrence.After after => schedule with { DoneThrough = after.At.InUtc().LocalDateTime },
        Recurrence.Once once => schedule with { DoneThrough = once.At },
        var recurring => schedule with { When = recurring with { LeftOut = [.. StillAhead(recurring, talk.LocalNow.Date), date] } },
    };

    private static IEnumerable<LocalDate> StillAhead(Recurrence when, LocalDate today) => (when.LeftOut ?? []).Where(date => date >= today);
}
