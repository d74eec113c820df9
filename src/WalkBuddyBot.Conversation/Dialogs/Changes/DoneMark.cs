using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>
/// How far a changed reminder counts as done, so that a slot of today that has come, or was left out, does not come again under its new
/// time, and one that has not is not lost.
/// </summary>
internal static class DoneMark
{
    /// <summary>The mark for the wish after the change.</summary>
    /// <param name="talk">The turn.</param>
    /// <param name="before">The reminder before it.</param>
    /// <param name="edit">The change.</param>
    /// <param name="loses">Whether a slot that has not come would be passed over with those that have.</param>
    public static LocalDateTime Of(Talk talk, Schedule before, Edit edit, out bool loses)
    {
        loses = false;
        if (!Spent.Recurs(edit.When!))
        {
            return LocalDateTime.MinIsoValue;
        }

        if (!Spent.Recurs(before.When))
        {
            return talk.LocalNow;
        }

        // Marks lie on today, or ahead of it where slots were left out.
        var date = LocalDate.Max(before.DoneThrough.Date, talk.LocalNow.Date);
        var day = date.DayOfWeek;
        var slots = before.When.TimesOn(day).Select(time => new WeekSlot(day, time)).ToLookup(slot => IsDone(talk, before, date.At(slot.Time)));
        var (done, open) = edit.Step is { } step
            ? (On(slots[true].Select(step)), On(slots[false].Select(step)))
            : Counted(edit.When!.TimesOn(day).Order(), slots[true].Count());
        if (done.Count == 0)
        {
            return before.DoneThrough;
        }

        var mark = LocalDateTime.Max(before.DoneThrough, date.At(done.Max()));
        loses = open.Exists(time => date.At(time) <= mark && date.At(time) > LocalDateTime.Max(talk.LocalNow, before.DoneThrough));
        return mark;

        List<LocalTime> On(IEnumerable<WeekSlot?> moved) => [.. moved.OfType<WeekSlot>().Where(slot => slot.Day == day).Select(slot => slot.Time)];
    }

    // A new wish in the place of the old one: as many of its slots of that day count as done as were done.
    private static (List<LocalTime> Done, List<LocalTime> Open) Counted(IEnumerable<LocalTime> times, int done) =>
        ([.. times.Take(done)], [.. times.Skip(done)]);

    // The mark of a new reminder lies behind its first slot without that slot having come: then only the ledger knows.
    private static bool IsDone(Talk talk, Schedule schedule, LocalDateTime at) => at <= schedule.DoneThrough
        && (schedule.DoneThrough > talk.LocalNow
            || talk.Facts.Nudges30Days.Any(row => row.Nudge is { } nudge && nudge.Slot.Schedule == schedule.Id && nudge.Slot.At == at));
}
