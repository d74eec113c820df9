using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What a recurring wish asks for on a day of the week. One-offs ask for a date and so for none.</summary>
public static class RecurrenceTimes
{
    /// <summary>The times of a day of the week, rising.</summary>
    public static IEnumerable<LocalTime> TimesOn(this Recurrence when, IsoDayOfWeek day) => when switch
    {
        Recurrence.Weekly weekly => weekly.Times.TryGetValue(day, out var times) ? times : [],
        Recurrence.Every every => every.Days.Contains(day) ? Within(every) : [],
        _ => [],
    };

    /// <summary>How many come on a day of the week.</summary>
    public static int CountOn(this Recurrence when, IsoDayOfWeek day) => when.TimesOn(day).Count();

    /// <summary>The days that have any, in week order.</summary>
    public static IEnumerable<IsoDayOfWeek> Days(this Recurrence when) => when switch
    {
        Recurrence.Weekly weekly => weekly.Times.Where(day => !day.Value.IsEmpty).Select(day => day.Key),
        Recurrence.Every every => every.Days,
        _ => [],
    };

    /// <summary>Whether a date was left out.</summary>
    public static bool LeavesOut(this Recurrence when, LocalDate date) => when.LeftOut?.Contains(date) is true;

    /// <summary>
    /// Whether both ask for the same, dates left out aside; the records hold collections, which compare by reference.
    /// </summary>
    public static bool IsSame(this Recurrence one, Recurrence other) => (one, other) switch
    {
        (Recurrence.Weekly a, Recurrence.Weekly b) => a.Days().SequenceEqual(b.Days())
            && a.Days().All(day => a.TimesOn(day).SequenceEqual(b.TimesOn(day))),
        (Recurrence.Every a, Recurrence.Every b) => (a.Minutes, a.From, a.To) == (b.Minutes, b.From, b.To) && a.Days.SetEquals(b.Days),
        _ => one == other,
    };

    private static IEnumerable<LocalTime> Within(Recurrence.Every every)
    {
        // Counted in whole minutes of the day, so that a window which ends near midnight does not wrap around.
        var last = every.To.TickOfDay / NodaConstants.TicksPerMinute;
        for (var minute = every.From.TickOfDay / NodaConstants.TicksPerMinute; minute <= last; minute += every.Minutes)
        {
            yield return LocalTime.FromMinutesSinceMidnight((int)minute);
        }
    }
}
