using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>A reminder after its change: it keeps its id. None where it was taken away; two where one of its times parts from the rest.</summary>
internal static class Changed
{
    public static ImmutableArray<Schedule> Of(Talk talk, Schedule before, Edit edit)
    {
        if (edit.When is null)
        {
            return [];
        }

        var mark = DoneMark.Of(talk, before, edit, out var loses);
        var after = before with { When = edit.When with { LeftOut = LeftOut(before, edit.When) }, DoneThrough = mark };
        return loses && edit.Step is { } step ? Parted(talk, before, after, step) : [after];
    }

    // What was left out stays left out under its new time.
    private static ImmutableArray<LocalDate>? LeftOut(Schedule before, Recurrence after) =>
        Spent.Recurs(after) && Spent.Recurs(before.When) ? before.When.LeftOut : null;

    // "Move the 9 to 17" after the 9 has come, with a 12 still ahead: the one mark cannot pass over the 17 and keep the 12.
    private static ImmutableArray<Schedule> Parted(Talk talk, Schedule before, Schedule after, Func<WeekSlot, WeekSlot?> step)
    {
        var slots = WeekSlot.Of(before.When).ToLookup(slot => step(slot) == slot);
        var stays = WeekSlot.Together(slots[true]);
        var goes = WeekSlot.Together(slots[false].Select(step).OfType<WeekSlot>());
        if (stays is null || goes is null)
        {
            return [after];
        }

        var id = new ScheduleId(DerivedId.From("schedule", talk.Heard.Key, before.Id.Value.ToString("N")));
        return [before with { When = stays with { LeftOut = before.When.LeftOut } }, new(id, before.Kind, goes with { LeftOut = before.When.LeftOut }, LocalDateTime.Max(talk.LocalNow, after.DoneThrough))];
    }
}
