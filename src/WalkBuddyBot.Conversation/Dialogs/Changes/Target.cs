using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>A reminder that is meant, or the part of it on some days or at some times.</summary>
/// <param name="Schedule">The reminder.</param>
/// <param name="Days">The days that are meant; empty for all.</param>
/// <param name="Times">The times that are meant; empty for all.</param>
internal sealed record Target(Schedule Schedule, ImmutableArray<IsoDayOfWeek> Days, ImmutableArray<LocalTime> Times)
{
    public static Target Whole(Schedule schedule) => new(schedule, [], []);

    public bool Means(WeekSlot slot) => (Days.IsEmpty || Days.Contains(slot.Day)) && (Times.IsEmpty || Times.Contains(slot.Time));

    /// <summary>The times that are meant and there, rising.</summary>
    public IReadOnlyList<LocalTime> TimesThere(DateTimeZone zone) =>
        [.. Slots(zone).Where(Means).Select(slot => slot.Time).Distinct().Order()];

    /// <summary>Whether it holds anything on the days and at the times named.</summary>
    public bool IsThere(DateTimeZone zone) => Slots(zone).Any(Means);

    /// <summary>The days on which it comes.</summary>
    public IReadOnlyList<IsoDayOfWeek> DaysThere(DateTimeZone zone) => [.. Slots(zone).Select(slot => slot.Day).Distinct()];

    private IEnumerable<WeekSlot> Slots(DateTimeZone zone) => Listed.Moment(Schedule.When, zone) is { } once
        ? [new WeekSlot(once.DayOfWeek, once.TimeOfDay)]
        : WeekSlot.Of(Schedule.When);
}
