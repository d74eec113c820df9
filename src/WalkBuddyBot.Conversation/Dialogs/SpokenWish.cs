using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A recurrence in words: as it is read back, and as a person would type it.</summary>
internal static class SpokenWish
{
    /// <summary>"weekdays at 10:30", "every 90 minutes from 09:00 to 17:00 on weekdays", "once on Tuesday 24 November at 12:00".</summary>
    public static string Of(Recurrence when, DateTimeZone zone) => when switch
    {
        Recurrence.Weekly weekly => string.Join("; ", Groups(weekly).Select(group =>
            $"{SpokenTime.Days(group.Days)} at {SpokenTime.Clocks(group.Times)}")),
        Recurrence.Every every => Every(every, SpokenTime.Days(every.Days)),
        Recurrence.Once once => $"once on {SpokenTime.Moment(once.At)}",
        Recurrence.After after => $"once on {SpokenTime.Moment(after.At, zone)}",
        _ => throw new InvalidOperationException($"No words for {when.GetType().Name}."),
    };

    /// <summary>Words that ask for it: a button carries them, and typed they do the same.</summary>
    public static string Command(Recurrence when, LocalDate today) => when switch
    {
        Recurrence.Weekly weekly => "remind me " + string.Join(" and ", Groups(weekly).Select(group =>
            $"{Typed(group.Days)} at {SpokenTime.Clocks(group.Times)}")),
        Recurrence.Every every => $"remind me {Every(every, Typed(every.Days))}",
        Recurrence.Once once => $"remind me {Day(once.At.Date, today)} at {SpokenTime.Clock(once.At.TimeOfDay)}",
        _ => throw new InvalidOperationException($"No command asks for {when.GetType().Name}."),
    };

    /// <summary>Whether two recurrences ask for the same; the records hold collections, which compare by reference.</summary>
    public static bool Same(Recurrence one, Recurrence other) => (one, other) switch
    {
        (Recurrence.Weekly a, Recurrence.Weekly b) => a.Times.Count == b.Times.Count
            && a.Times.All(day => b.Times.TryGetValue(day.Key, out var times) && times.SequenceEqual(day.Value)),
        (Recurrence.Every a, Recurrence.Every b) => (a.Minutes, a.From, a.To) == (b.Minutes, b.From, b.To) && a.Days.SetEquals(b.Days),
        _ => one == other,
    };

    private static string Every(Recurrence.Every every, string days) =>
        $"every {SpokenTime.Length(every.Minutes)} from {SpokenTime.Clock(every.From)} to {SpokenTime.Clock(every.To)}"
        + (every.Days.Count == 7 ? "" : $" on {days}");

    private static string Typed(IEnumerable<IsoDayOfWeek> days)
    {
        IsoDayOfWeek[] asked = [.. days];
        var spoken = SpokenTime.Days(asked);
        return spoken is "every day" or "weekdays" or "weekends" ? spoken : SpokenTime.List(asked.Select(day => $"{day}"));
    }

    private static string Day(LocalDate date, LocalDate today) => Period.DaysBetween(today, date) switch
    {
        0 => "today",
        1 => "tomorrow",
        _ => $"on {date.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture)}",
    };

    private static IEnumerable<(IEnumerable<IsoDayOfWeek> Days, IEnumerable<LocalTime> Times)> Groups(Recurrence.Weekly weekly) =>
        weekly.Times.GroupBy(day => SpokenTime.Clocks(day.Value), day => day, StringComparer.Ordinal)
            .Select(group => (group.Select(day => day.Key), (IEnumerable<LocalTime>)group.First().Value));
}
