using System.Globalization;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A recurrence as a person would type it: a button carries these words, and typed they do the same.</summary>
internal static class TypedWish
{
    public static string Of(Recurrence when, LocalDate today) => when switch
    {
        Recurrence.Weekly weekly => "remind me " + string.Join(" and ", SpokenWish.ByTimes(weekly).Select(group =>
            $"{Typed(group.Days)} at {SpokenTime.Clocks(group.Times)}")),
        Recurrence.Every every => $"remind me {SpokenWish.Every(every, "on " + Typed(every.Days))}",
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

    private static string Typed(IEnumerable<IsoDayOfWeek> days)
    {
        IsoDayOfWeek[] asked = [.. days];
        return SpokenTime.Days(asked) is "every day" or "weekdays" or "weekends" ? SpokenTime.Days(asked)
            : asked is [var only] ? $"every {only}"
            : SpokenTime.List(asked.Select(day => $"{day}"));
    }

    private static string Day(LocalDate date, LocalDate today) => Period.DaysBetween(today, date) switch
    {
        0 => "today",
        1 => "tomorrow",
        _ => $"on {date.ToString(date.Year == today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture)}",
    };
}
