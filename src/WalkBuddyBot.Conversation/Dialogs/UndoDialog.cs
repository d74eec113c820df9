using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Takes the last change back, within ten minutes.</summary>
internal sealed class UndoDialog(Talks talks) : Dialog(talks, Understanding.Intents.Undo)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        if (talk.Person.Undo is not { } step || (talk.Heard.Inputs.TryGetValue(Ways.UndoOf, out var named) && named != Ways.NameOf(step)))
        {
            talk.Reply(talk.Say("undo.nothing"), talk.Ways.Show(), talk.Ways.Help());
            return;
        }

        var removed = talk.Person.Schedules.Select(schedule => schedule.Id)
            .Except(step.Schedules.Select(schedule => schedule.Id)).ToHashSet();
        talk.Person = talk.Person with { Standing = StandingAfter(talk, step), Zone = step.Zone, Undo = null };
        if (step.Rules is { } rules)
        {
            talk.Person = talk.Person with { Plan = rules.Plan, Fence = rules.Fence, Quiet = rules.Quiet };
        }

        talk.Person = talk.Person with { Schedules = [.. step.Schedules.Select(schedule => Spent.FromNow(schedule, talk.LocalNow))] };
        CancelWaitingOf(talk, removed);
        TakeBackAnswer(talk, step);
        var what = What(talk, step.What);
        talk.Reply(
            Coming.Hold(talk) is { } hold ? $"{what} {hold}" : $"{what} {Coming.Next(talk)}",
            talk.Person.Standing.Holds(talk.Now) is null ? talk.Ways.Weekdays() : talk.Ways.Resume(),
            talk.Ways.Show(),
            talk.Ways.Help());
    }

    // An alarm that came after the change still holds; only the plain word resumes.
    private static Standing StandingAfter(Talk talk, UndoStep step) =>
        talk.Person.Standing.Holds(talk.Now) == "alarm" ? talk.Person.Standing : step.Standing;

    private static void CancelWaitingOf(Talk talk, HashSet<ScheduleId> removed)
    {
        var waiting = talk.Facts.Nudges30Days
            .Where(row => row.State is OutgoingState.Waiting or OutgoingState.Leased
                && row.Nudge is { } nudge && removed.Contains(nudge.Slot.Schedule))
            .Select(row => row.NotBefore).ToList();
        if (waiting.Count > 0)
        {
            talk.Do(new Effect.CancelWaiting("undone", waiting.Max() + Duration.FromMilliseconds(1)));
        }
    }

    private static void TakeBackAnswer(Talk talk, UndoStep step)
    {
        if (step.Walk is { } walk)
        {
            for (var i = 0; i < (step.Walks ?? 1); i++)
            {
                talk.Do(new Effect.WalkForgotten(LogWalkDialog.IdOf(walk.Id, i)));
            }
        }

        if (step.What == SnoozeDialog.UndoKey && NudgeLedger.Snoozed(talk.Facts, talk.Now) is { } waiting)
        {
            talk.Do(new Effect.CancelWaiting("undone", waiting.NotBefore + Duration.FromMilliseconds(1)));
        }

        var answered = step.What switch
        {
            "undo.skip" => Answered(talk, NudgeAnswer.NotToday),
            SnoozeDialog.UndoKey => Answered(talk, NudgeAnswer.Snoozed),
            _ => step.Walk?.For,
        };
        if (answered is { } nudge)
        {
            talk.Do(new Effect.NudgeAnswered(nudge, Answer: null));
        }
    }

    private static OutgoingId? Answered(Talk talk, NudgeAnswer answer) =>
        NudgeLedger.Newest(talk.Facts, talk.Now, row => row.Nudge!.Answer == answer)?.Id;

    private static string What(Talk talk, string what) => what switch
    {
        "undo.reminder" => talk.Say("undo.reminder"),
        "undo.stop" => talk.Say("undo.stop"),
        "undo.pause" => talk.Say("undo.pause"),
        "undo.resume" => talk.Say("undo.resume"),
        "undo.zone" => talk.Say("undo.zone"),
        "undo.nudge-me" => talk.Say("undo.nudge-me"),
        "undo.change" => talk.Say("undo.change"),
        "undo.goal" => talk.Say("undo.goal"),
        "undo.hours" => talk.Say("undo.hours"),
        SnoozeDialog.UndoKey => talk.Say("undo.snooze"),
        "undo.walk" => talk.Say("undo.walk"),
        "undo.skip" => talk.Say("undo.skip"),
        "undo.skip-to-come" => talk.Say("undo.skip-to-come"),
        _ => talk.Say("undo.done"),
    };
}
