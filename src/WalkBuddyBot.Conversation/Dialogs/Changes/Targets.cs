using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>Which reminders the words may mean: none, one, or several of which only the person can say which.</summary>
internal static class Targets
{
    /// <summary>What a change means.</summary>
    /// <param name="talk">The turn.</param>
    /// <param name="listed">The reminders there are.</param>
    /// <param name="slots">The words.</param>
    /// <param name="spokenOf">The place in the list of the one that a question was about.</param>
    public static ImmutableArray<Target> Of(Talk talk, ImmutableArray<Schedule> listed, Slots slots, string? spokenOf)
    {
        ImmutableArray<IsoDayOfWeek> day = slots.FromDay is { } named ? [named] : [];
        if (slots.Which is { } place)
        {
            return Listed.At(listed, place) is { } one ? [new(one, day, [])] : [];
        }

        if (slots.All || slots.FromTime is not null || slots.FromDay is not null)
        {
            return Halves(slots).Select(time => There(talk, listed, day, time)).FirstOrDefault(found => found.Length > 0, []);
        }

        var it = spokenOf is null ? null : Listed.At(listed, spokenOf);
        return it is not null ? [Target.Whole(it)]
            : talk.Meaning.Ask != Asks.Times && LastSet(talk, listed) is { } last ? [last]
            : [.. listed.Select(Target.Whole)];
    }

    /// <summary>What is taken away; <paramref name="several"/> where one of the times stands in more than one reminder.</summary>
    public static ImmutableArray<Target> ToRemove(Talk talk, ImmutableArray<Schedule> listed, Slots slots, out bool several)
    {
        var found = There(talk, listed, slots.RemoveDays, slots.RemoveTimes);
        if (found.IsEmpty && !slots.Open.IsEmpty)
        {
            found = There(talk, listed, slots.RemoveDays, [.. slots.RemoveTimes.Select(time => slots.Open.Contains(time) ? time.PlusHours(12) : time)]);
        }

        // "No more Fridays" means every Friday; a weekday of a one-off is meant only where nothing else has that day.
        var recurring = found.RemoveAll(target => !Spent.Recurs(target.Schedule.When));
        found = recurring.IsEmpty || !slots.RemoveTimes.IsEmpty ? found : recurring;
        several = !slots.All && slots.RemoveTimes.Any(time => found.Count(target => target.TimesThere(talk.ZoneOrUtc).Contains(time)) > 1);
        return found;
    }

    private static ImmutableArray<Target> There(
        Talk talk, ImmutableArray<Schedule> listed, ImmutableArray<IsoDayOfWeek> days, ImmutableArray<LocalTime> times) =>
        [.. listed.Select(schedule => new Target(schedule, days, times)).Where(target => target.IsThere(talk.ZoneOrUtc))];

    // A time of which it was open which half of the day was meant is the one that is there.
    private static IEnumerable<ImmutableArray<LocalTime>> Halves(Slots slots) => slots.FromTime is not { } time ? [[]]
        : slots.Open.Contains(time) ? [[time], [time.PlusHours(12)]]
        : [[time]];

    // "Actually 3pm", right after a reminder was set or changed, is about that one, and about its new time where it has others.
    private static Target? LastSet(Talk talk, ImmutableArray<Schedule> listed)
    {
        if (talk.Person.Undo is not { What: "undo.reminder" or "undo.change" } step)
        {
            return null;
        }

        Schedule? Before(Schedule schedule) => step.Schedules.FirstOrDefault(before => before.Id == schedule.Id);
        var touched = listed.RemoveAll(schedule => Before(schedule) is { } before && before.When.IsSame(schedule.When));
        if (touched is not [var only])
        {
            return null;
        }

        var times = WeekSlot.Of(only.When).Select(slot => slot.Time)
            .Except(Before(only) is { } old ? WeekSlot.Of(old.When).Select(slot => slot.Time) : []).Distinct().ToList();
        return times is [var time] && Before(only) is not null ? new(only, [], [time]) : Target.Whole(only);
    }
}
