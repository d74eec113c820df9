using System.Globalization;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A recurrence as a person would type it: a button carries these words, and typed they do the same.</summary>
internal static class TypedWish
{
    public static string Of(Recurrence when, LocalDate today, NudgeKind kind) =>
        $"{(kind == NudgeKind.Tip ? "send me a tip" : "remind me")} {When(when, today)}";

    private static string When(Recurrence when, LocalDate today) => when switch
    {
        Recurrence.Weekly weekly => string.Join(" and ", SpokenWish.ByTimes(weekly).Select(group =>
            $"{Typed(group.Days)} at {SpokenTime.Clocks(group.Times)}")),
        Recurrence.Every every => SpokenWish.Every(every, "on " + Typed(every.Days)),
        Recurrence.Once once => $"{Day(once.At.Date, today)} at {SpokenTime.Clock(once.At.TimeOfDay)}",
        _ => throw new InvalidOperationException($"No command asks for {when.GetType().Name}."),
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
