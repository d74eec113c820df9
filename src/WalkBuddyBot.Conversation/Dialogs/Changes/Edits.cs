using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>From the words of a change to what becomes of the reminder they mean.</summary>
internal static class Edits
{
    private const int MinutesPerDay = 1440;

    /// <summary>Whether the words say what to change it to; else that is to be asked.</summary>
    public static bool SaysWhat(Slots slots) => slots.ToTime is not null || slots.ToDay is not null || slots.ShiftMinutes is not null
        || !slots.Days.IsEmpty || !slots.Times.IsEmpty || slots.EveryMinutes is not null || slots.Off || slots.Date is not null;

    /// <summary>What becomes of it; null where it would pass midnight.</summary>
    public static Edit? Of(Target target, Slots slots, Talk talk)
    {
        var zone = talk.ZoneOrUtc;
        var when = target.Schedule.When;
        if (slots.Off)
        {
            return Spent.Recurs(when) ? Edit.Slots(target, _ => null) : new Edit(null);
        }

        return Listed.Moment(when, zone) is { } once ? OneOff(when, once, slots, talk)
            : slots.EveryMinutes is { } minutes ? new Edit(Rhythm(when, minutes, slots, talk.Person))
            : slots.ShiftMinutes is { } shift ? Shifted(target, shift)
            : slots.Adds ? new Edit(when is Recurrence.Every rhythm && slots.Times.IsEmpty
                ? rhythm with { Days = [.. rhythm.Days.Union(slots.Days)] } : Added(when, slots))
            : when is Recurrence.Every every && slots is { Days.IsEmpty: false, Times.IsEmpty: true, ToTime: null }
                ? new Edit(every with { Days = [.. slots.Days] })
            : !slots.Days.IsEmpty || !slots.Times.IsEmpty ? new Edit(Wished(when, slots))
            : slots.ToDay is { } day ? OtherDay(target, day, slots)
            : slots.ToTime is { } time ? Edit.Slots(target, slot => slot with { Time = time })
            : new Edit(when);
    }

    private static Edit? OneOff(Recurrence when, LocalDateTime once, Slots slots, Talk talk)
    {
        if (slots.ShiftMinutes is { } shift)
        {
            return new Edit(when is Recurrence.After after
                ? new Recurrence.After(after.At + Duration.FromMinutes(shift))
                : new Recurrence.Once(once.PlusMinutes(shift)));
        }

        var time = slots.ToTime ?? (slots.Times is [var only] ? only : once.TimeOfDay);
        var days = slots.Days;
        if (slots.EveryMinutes is { } minutes)
        {
            return new Edit(Rhythm(when, minutes, slots, talk.Person));
        }

        if (days.Length > 1 || slots.Times.Length > 1)
        {
            var on = days.IsEmpty ? Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None) : days;
            return new Edit(Recurrence.Weekly.At(on, slots.Times.IsEmpty ? [time] : slots.Times));
        }

        var date = slots.Date ?? ((slots.ToDay ?? (days is [var named] ? named : null)) is { } day
            ? talk.LocalNow.Date.PlusDays(-1).Next(day) : once.Date);
        return new Edit(new Recurrence.Once(date.At(time)));
    }

    // "Every 2 hours": on the days it had, within the hours it had.
    private static Recurrence.Every Rhythm(Recurrence when, int minutes, Slots slots, Person person)
    {
        var days = slots.Days.IsEmpty ? when.Days() : slots.Days;
        var before = when as Recurrence.Every;
        var fence = person.Fence is { } hours && hours.From < hours.To ? hours : null;
        var usual = (Recurrence.Every)Wish.From(new Slots { EveryMinutes = minutes, Days = [.. days] }, Instant.MinValue)!;
        return usual with
        {
            From = slots.From ?? before?.From ?? fence?.From ?? usual.From,
            To = slots.To ?? before?.To ?? fence?.To ?? usual.To,
        };
    }

    private static Edit? Shifted(Target target, int minutes)
    {
        var slots = WeekSlot.Of(target.Schedule.When).Where(target.Means).ToList();
        if (slots.Exists(slot => Minute(slot.Time) + minutes is < 0 or >= MinutesPerDay))
        {
            return null;
        }

        var moved = Edit.Slots(target, slot => slot with { Time = slot.Time.PlusMinutes(minutes) });
        return target is { Days.IsEmpty: true, Times.IsEmpty: true } && target.Schedule.When is Recurrence.Every every
            && every.TimesOn(every.Days.First()).Last() is var last
            ? moved with { When = every with { From = every.From.PlusMinutes(minutes), To = last.PlusMinutes(minutes) } }
            : moved;
    }

    private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;

    // "Make it weekdays at 9", "make it weekdays": what is not named stays.
    private static Recurrence.Weekly Wished(Recurrence when, Slots slots) => Recurrence.Weekly.At(
        slots.Days.IsEmpty ? [.. when.Days()] : slots.Days,
        !slots.Times.IsEmpty ? slots.Times
            : slots.ToTime is { } only ? [only]
            : WeekSlot.Of(when).Select(slot => slot.Time));

    // "On sundays too", "4pm as well": beside what is there. A new day takes the times of the others.
    private static Recurrence.Weekly? Added(Recurrence when, Slots slots)
    {
        var there = WeekSlot.Of(when).ToList();
        var times = slots.Times.IsEmpty ? there.Select(slot => slot.Time).Distinct().ToList() : [.. slots.Times];
        var days = slots.Days.IsEmpty ? [.. when.Days()] : slots.Days;
        return WeekSlot.Together(there.Concat(days.SelectMany(day => times.Select(time => new WeekSlot(day, time)))
            .Where(slot => !slots.Times.IsEmpty || !there.Exists(other => other.Day == slot.Day))));
    }

    private static Edit OtherDay(Target target, IsoDayOfWeek day, Slots slots) =>
        Edit.Slots(target, slot => new WeekSlot(day, slots.ToTime ?? slot.Time));
}
