using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Changes;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Another time, another day, or an end for reminders that are there. Where several may be meant it asks which.</summary>
internal sealed class ChangeTimeDialog(Talks talks) : Dialog(talks, Understanding.Intents.ChangeTime)
{
    protected override void Answer(Talk talk)
    {
        var spokenOf = ChangeQuestions.SpokenOf(talk.Person);
        talk.Leave();
        var listed = Listed.Of(talk);
        var slots = spokenOf is null ? talk.Slots : AsAnswer(talk.Slots);
        if (listed.IsEmpty)
        {
            talk.Reply(talk.Say("show.none"), talk.Ways.Weekdays(), talk.Ways.SetReminder(), talk.Ways.Help());
            return;
        }

        bool IsMeant(Schedule schedule) => slots.About != "tip" || schedule.Kind == NudgeKind.Tip;
        if (slots is { All: true, Off: true } && listed.Any(IsMeant))
        {
            Making.Make(talk, [.. listed.Where(IsMeant).Select(schedule => (Target.Whole(schedule), new Edit(null)))]);
            return;
        }

        if (slots is { About: "tip", Off: true })
        {
            ChangeQuestions.NoTips(talk);
            return;
        }

        var removes = !slots.RemoveDays.IsEmpty || !slots.RemoveTimes.IsEmpty;
        var several = false;
        var targets = removes
            ? Targets.ToRemove(talk, listed, slots, out several)
            : Targets.Of(talk, listed, slots, spokenOf);
        targets = targets.RemoveAll(target => !IsMeant(target.Schedule) || (slots.Adds && !Spent.Recurs(target.Schedule.When)));
        if (targets.IsEmpty)
        {
            ChangeQuestions.NoneMeant(talk, listed);
            return;
        }

        if (removes && !several)
        {
            Make(talk, targets, slots with { Off = true });
            return;
        }

        Change(talk, listed, targets, slots, spokenOf);
    }

    private static void Change(Talk talk, ImmutableArray<Schedule> listed, ImmutableArray<Target> targets, Slots slots, string? spokenOf)
    {
        if ((targets.Length > 1 && !slots.All) || OneOfSeveralTimes(talk, targets, slots, spokenOf))
        {
            ChangeQuestions.Which(talk, listed, targets, slots);
            return;
        }

        if (!Edits.SaysWhat(slots))
        {
            ChangeQuestions.What(talk, listed, targets[0]);
            return;
        }

        // A reminder of every week has no date that could be another.
        if (slots.Date is not null && !slots.Off && targets.Any(target => Spent.Recurs(target.Schedule.When)))
        {
            ChangeQuestions.OneDate(talk, targets[0]);
            return;
        }

        if (slots is { ToTime: { } to, Days.IsEmpty: true, FromTime: null } && targets is [{ Schedule.When: Recurrence.Every }])
        {
            ChangeQuestions.Rhythm(talk, targets[0].Schedule, to);
            return;
        }

        var there = targets.SelectMany(target => target.TimesThere(talk.ZoneOrUtc)).ToList();
        var settled = talk.Meaning.Ask == Asks.HalfOfDay
            ? HalfMeant.Settle(slots, there, time => IsPast(talk, targets[0], time)) : slots;
        if (settled is null)
        {
            ChangeQuestions.Half(talk, listed, targets[0], slots);
            return;
        }

        Make(talk, targets, settled);
    }

    private static void Make(Talk talk, ImmutableArray<Target> targets, Slots slots)
    {
        var edits = targets.Select(target => (target, Edits.Of(target, slots, talk))).ToList();
        if (edits.Exists(edit => edit.Item2 is null))
        {
            talk.Reply(talk.Say("change.past-midnight"), talk.Ways.Show(), talk.Ways.SetReminder(), talk.Ways.Help());
            return;
        }

        Making.Make(talk, [.. edits.Select(edit => (edit.target, edit.Item2!))]);
    }

    // A one-off of today cannot go back to a time that has passed.
    private static bool IsPast(Talk talk, Target target, LocalTime time) =>
        Listed.Moment(target.Schedule.When, talk.ZoneOrUtc) is { } once && once.Date.At(time) <= talk.LocalNow;

    // One time is named for a reminder that has several: only the person knows for which of them. One that was picked as a whole moves
    // as a whole.
    private static bool OneOfSeveralTimes(Talk talk, ImmutableArray<Target> targets, Slots slots, string? spokenOf)
    {
        var asWhole = slots.Which is not null || spokenOf is not null;
        return targets is [{ Schedule.When: Recurrence.Weekly } target] && !slots.All && slots is { Days.IsEmpty: true, Off: false }
            && (slots.ToTime is not null || (!asWhole && (slots.ShiftMinutes is not null || !Edits.SaysWhat(slots))))
            && target.TimesThere(talk.ZoneOrUtc).Count > 1;
    }

    // "To what time?" is answered with a time or a day alone.
    private static Slots AsAnswer(Slots slots) => Edits.SaysWhat(slots) || slots.Which is not null ? slots : slots switch
    {
        { FromTime: { } time } => slots with { FromTime = null, ToTime = time },
        { FromDay: { } day } => slots with { FromDay = null, Days = [day] },
        _ => slots,
    };
}
