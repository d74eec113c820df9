using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Changes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Passes over slots that are still to come.</summary>
internal static class Passing
{
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

    /// <summary>The person with the slots of a date passed over; null where the day holds none, or where it is too far ahead.</summary>
    public static Person? Day(Talk talk, LocalDate date)
    {
        if (IsFree(talk, date))
        {
            return null;
        }

        var schedules = ImmutableArray.CreateBuilder<Schedule>();
        foreach (var schedule in talk.Person.Schedules)
        {
            if (!Holds(talk, schedule, date))
            {
                schedules.Add(schedule);
            }
            else if (Without(talk, schedule, date) is { } passed)
            {
                schedules.AddRange(passed);
            }
            else
            {
                return null;
            }
        }

        return talk.Person with { Schedules = schedules.ToImmutable() };
    }

    private static bool Holds(Talk talk, Schedule schedule, LocalDate date) =>
        Listed.Moment(schedule.When, talk.ZoneOrUtc) is { } once
            ? once.Date == date && !Spent.Over(schedule, talk.ZoneOrUtc, talk.Now)
            : schedule.When.TimesOn(date.DayOfWeek).Any(time => date.At(time) > schedule.DoneThrough);

    // The one mark of a reminder passes over everything before it. A day behind others is parted from them: a reminder of its own, with
    // its own mark, that comes on the same days and at the same times as before.
    private static ImmutableArray<Schedule>? Without(Talk talk, Schedule schedule, LocalDate date)
    {
        if (!Spent.Recurs(schedule.When))
        {
            var moment = schedule.When is Recurrence.After after ? after.At.InUtc().LocalDateTime : Listed.Moment(schedule.When, talk.ZoneOrUtc)!.Value;
            return [schedule with { DoneThrough = moment }];
        }

        var mark = date.At(schedule.When.TimesOn(date.DayOfWeek).Max());
        var today = LocalDate.Max(talk.LocalNow.Date, schedule.DoneThrough.Date);
        if (!Between(talk, schedule, today, date).Any())
        {
            return [schedule with { DoneThrough = mark }];
        }

        if (Between(talk, schedule, today, date).Any(day => day.DayOfWeek == date.DayOfWeek))
        {
            return null;
        }

        var (its, others) = Parted(schedule.When, date.DayOfWeek);
        var id = new ScheduleId(DerivedId.From("schedule", talk.Heard.Key, schedule.Id.Value.ToString("N")));
        return [schedule with { When = others }, new(id, schedule.Kind, its, mark)];
    }

    // The days before a date on which something is still to come.
    private static IEnumerable<LocalDate> Between(Talk talk, Schedule schedule, LocalDate from, LocalDate until)
    {
        for (var day = from; day < until; day = day.PlusDays(1))
        {
            if (schedule.When.TimesOn(day.DayOfWeek).Any(time => day.At(time) > LocalDateTime.Max(schedule.DoneThrough, talk.LocalNow)))
            {
                yield return day;
            }
        }
    }

    private static (Recurrence Its, Recurrence Others) Parted(Recurrence when, IsoDayOfWeek day) => when switch
    {
        Recurrence.Every every => (every with { Days = [day] }, every with { Days = every.Days.Remove(day) }),
        _ => (
            WeekSlot.Together(WeekSlot.Of(when).Where(slot => slot.Day == day))!,
            WeekSlot.Together(WeekSlot.Of(when).Where(slot => slot.Day != day))!),
    };
}
