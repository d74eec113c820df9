using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>From named slots to a recurrence.</summary>
internal static class Wish
{
    private static readonly LocalTime WindowStart = new(9, 0);
    private static readonly LocalTime WindowEnd = new(17, 0);
    private static readonly ImmutableArray<IsoDayOfWeek> Daily = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>What is wished for; null while no time is named.</summary>
    public static Recurrence? From(Slots slots, Instant now)
    {
        if (slots.Elapsed is { } elapsed)
        {
            return new Recurrence.After(now + elapsed);
        }

        if (slots.Once is { } once)
        {
            return new Recurrence.Once(once);
        }

        var days = slots.Days.IsEmpty ? Daily : slots.Days;
        if (slots.EveryMinutes is { } minutes)
        {
            return new Recurrence.Every(minutes, slots.From ?? WindowStart, slots.To ?? WindowEnd, [.. days]);
        }

        return slots switch
        {
            { PerDay.IsEmpty: false } => new Recurrence.Weekly(slots.PerDay),
            { Times.IsEmpty: true } => null,
            { Date: { } date, Times: [var only], Days.IsEmpty: true } => new Recurrence.Once(date.At(only)),
            _ => Recurrence.Weekly.At(days, slots.Times),
        };
    }

    /// <summary>The code of what makes it impossible, or null.</summary>
    public static string? Impossible(Recurrence when, DateTimeZone zone, Instant now) => when switch
    {
        Recurrence.Every { Minutes: < 1 or > 1440 } => Faults.BadInterval,
        Recurrence.Every every when every.To < every.From => Faults.BadInterval,
        Recurrence.Once once when once.At.InZoneLeniently(zone).ToInstant() <= now => Faults.Past,
        Recurrence.Once once when once.At.Year > now.InUtc().Year + 2 => Faults.BadDate,
        Recurrence.After after when after.At <= now => Faults.BadInterval,
        Recurrence.After after when after.At - now > Duration.FromDays(366) => Faults.BadDate,
        _ => null,
    };
}
