using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The most nudges a day. A wish that would pass it is not taken silently.</summary>
internal static class Ceiling
{
    private static readonly int[] Usual = [15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 480, 600, 720];

    /// <summary>Whether the wish fits beside what there is.</summary>
    public static bool Fits(Person person, Recurrence when, DateTimeZone zone) =>
        Room(person, when, zone) >= (DateOf(when, zone) is null ? Most(when) : 1);

    /// <summary>The nearest wish that fits; null when the days are full.</summary>
    public static Recurrence? Nearest(Person person, Recurrence when, DateTimeZone zone)
    {
        var room = Room(person, when, zone);
        return when switch
        {
            _ when room < 1 => null,
            Recurrence.Every every when room == 1 => Recurrence.Weekly.At(every.Days, every.From),
            Recurrence.Every every => every with { Minutes = Rounded((Window(every) / room) + 1) },
            Recurrence.Weekly weekly => new Recurrence.Weekly(
                weekly.Times.ToImmutableSortedDictionary(day => day.Key, day => day.Value[..Math.Min(room, day.Value.Length)])),
            _ => null,
        };
    }

    private static int Room(Person person, Recurrence when, DateTimeZone zone)
    {
        var there = person.Schedules.Select(schedule => schedule.When).ToList();
        if (DateOf(when, zone) is { } date)
        {
            return person.Plan.MostPerDay
                - there.Sum(other => DateOf(other, zone) is { } its ? (its == date ? 1 : 0) : other.CountOn(date.DayOfWeek));
        }

        var days = Enum.GetValues<IsoDayOfWeek>().Where(day => when.CountOn(day) > 0);
        return person.Plan.MostPerDay - days.Select(day => there.Sum(other => other.CountOn(day))).DefaultIfEmpty().Max();
    }

    private static int Most(Recurrence when) => Enum.GetValues<IsoDayOfWeek>().Max(when.CountOn);

    private static LocalDate? DateOf(Recurrence when, DateTimeZone zone) => when switch
    {
        Recurrence.Once once => once.At.Date,
        Recurrence.After after => after.At.InZone(zone).Date,
        _ => null,
    };

    private static int Window(Recurrence.Every every) => (int)((every.To.TickOfDay - every.From.TickOfDay) / NodaConstants.TicksPerMinute);

    // A rhythm that people would name.
    private static int Rounded(int minutes) => Usual.FirstOrDefault(usual => usual >= minutes, minutes);
}
