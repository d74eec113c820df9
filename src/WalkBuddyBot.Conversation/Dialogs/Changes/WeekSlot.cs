using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>One time on one day of the week: what a change moves or takes away.</summary>
internal readonly record struct WeekSlot(IsoDayOfWeek Day, LocalTime Time)
{
    /// <summary>The slots of a recurring wish; none of a one-off.</summary>
    public static IEnumerable<WeekSlot> Of(Recurrence when) =>
        when.Days().SelectMany(day => when.TimesOn(day).Select(time => new WeekSlot(day, time)));

    /// <summary>The wish that asks for just these; null where there are none.</summary>
    public static Recurrence.Weekly? Together(IEnumerable<WeekSlot> slots)
    {
        var days = slots.Distinct().GroupBy(slot => slot.Day).ToImmutableSortedDictionary(
            day => day.Key, day => day.Select(slot => slot.Time).Order().ToImmutableArray());
        return days.IsEmpty ? null : new Recurrence.Weekly(days);
    }
}
