using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Changes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Rules;

/// <summary>What of a wish the person's own hours would keep back, and the nearest wish that they would not.</summary>
internal static class HoursFit
{
    private const int MinutesPerDay = 1440;
    private const int Quarter = 15;

    /// <summary>The times that would be kept back, rising.</summary>
    public static IReadOnlyList<LocalTime> KeptBack(Person person, Recurrence when, DateTimeZone zone)
    {
        var times = Listed.Moment(when, zone) is { } once ? [once.TimeOfDay] : WeekSlot.Of(when).Select(slot => slot.Time);
        return [.. times.Distinct().Where(time => person.HoursAgainst(time) is not null).Order()];
    }

    /// <summary>The nearest that comes; null where the hours leave no room.</summary>
    public static Recurrence? Nearest(Person person, Recurrence when, DateTimeZone zone, Instant now)
    {
        if (Listed.Moment(when, zone) is { } once)
        {
            return Later(person, LocalDateTime.Max(once, now.InZone(zone).LocalDateTime)) is { } at ? new Recurrence.Once(at) : null;
        }

        if (when is Recurrence.Every every)
        {
            var free = WeekSlot.Together(WeekSlot.Of(every).Where(slot => person.HoursAgainst(slot.Time) is null));
            return Inside(person, every) is { } rhythm ? rhythm : free;
        }

        var slots = WeekSlot.Of(when).Select(slot => Near(person, slot.Time) is { } time ? slot with { Time = time } : (WeekSlot?)null);
        return WeekSlot.Together(slots.OfType<WeekSlot>());
    }

    // A rhythm loses the times that would be kept back, if what stays is still one rhythm.
    private static Recurrence.Every? Inside(Person person, Recurrence.Every every)
    {
        var day = every.Days.First();
        ImmutableArray<LocalTime> free = [.. every.TimesOn(day).Where(time => person.HoursAgainst(time) is null)];
        if (free.Length < 2)
        {
            return null;
        }

        var narrower = every with { From = free[0], To = free[^1] };
        return narrower.CountOn(day) == free.Length ? narrower : null;
    }

    /// <summary>The nearest quarter of an hour of the same day that comes, or an end of the hours; null where there is none.</summary>
    public static LocalTime? Near(Person person, LocalTime time)
    {
        var minute = (time.Hour * 60) + time.Minute;
        return Enumerable.Range(0, MinutesPerDay)
            .SelectMany(far => new[] { minute - far, minute + far })
            .Where(at => at is >= 0 and < MinutesPerDay)
            .Select(LocalTime.FromMinutesSinceMidnight)
            .Where(at => person.HoursAgainst(at) is null && (at.Minute % Quarter == 0 || at == person.Fence?.To || at == person.Quiet?.To))
            .Select(at => (LocalTime?)at).FirstOrDefault();
    }

    private static LocalDateTime? Later(Person person, LocalDateTime from)
    {
        var start = from.Date.At(new LocalTime(from.Hour, from.Minute));
        return Enumerable.Range(0, MinutesPerDay).Select(minutes => start.PlusMinutes(minutes))
            .Where(at => at >= from && person.HoursAgainst(at.TimeOfDay) is null)
            .Select(at => (LocalDateTime?)at).FirstOrDefault();
    }
}
