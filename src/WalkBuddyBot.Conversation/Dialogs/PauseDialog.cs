using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Hold for a while. Every pause has an end.</summary>
internal sealed class PauseDialog(Talks talks) : Dialog(talks, Understanding.Intents.Pause)
{
    protected override void Answer(Talk talk)
    {
        if (talk.Person.Standing is Standing.Stopped)
        {
            talk.Leave();
            talk.Reply(talk.Say("pause.stopped"), talk.Ways.Resume(), talk.Ways.Show());
            return;
        }

        if (talk.Zone is not { } zone || Coming.Wishes(talk) is null)
        {
            talk.Leave();
            talk.Reply(talk.Say("pause.nothing-set"), talk.Ways.Weekdays(), talk.Ways.Stop(), talk.Ways.Help());
            return;
        }

        if (talk.Slots.PauseUntil is not { } until)
        {
            Ask(talk);
            return;
        }

        Hold(talk, zone, until.InZoneLeniently(zone).ToInstant());
    }

    private static void Ask(Talk talk)
    {
        talk.AskFor(Understanding.Intents.Pause, Questions.PauseUntil, KeptSlots.Keep(Slots.None));
        talk.Reply(
            talk.Say("pause.how-long"),
            Ways.Type(talk.Say("choice.pause-hour"), "pause for 1 hour"),
            Ways.Type(talk.Say("choice.pause-today"), "pause for today"),
            Ways.Type(talk.Say("choice.pause-week"), "pause for a week"));
    }

    private static void Hold(Talk talk, DateTimeZone zone, Instant until)
    {
        talk.Leave();
        if (until <= talk.Now)
        {
            Refusals.Say(talk, Faults.Past);
            return;
        }

        if (talk.Person.Standing is Standing.Paused { ByAlarm: true } alarm && until <= alarm.Until)
        {
            talk.Reply(talk.Say("hold.alarm", ("until", Coming.Until(talk, alarm.Until))), talk.Ways.Resume(), talk.Ways.Show());
            return;
        }

        // A longer pause on top of an alarm's hold keeps its mark, so that an undo or a new reminder cannot lift it unseen.
        var byAlarm = talk.Person.Standing is Standing.Paused { ByAlarm: true } held && talk.Now < held.Until;
        var undo = talk.Undoable("undo.pause");
        talk.Person = talk.Person with { Standing = new Standing.Paused(until, byAlarm) };
        talk.Do(new Effect.CancelWaiting("paused", until));
        var first = Coming.Moment(talk) is { } moment ? " " + talk.Say("pause.first", ("moment", moment)) : "";
        talk.Reply(talk.Say("pause.done", ("until", Coming.Until(talk, until))) + first, undo, talk.Ways.Resume(), talk.Ways.Show());
    }
}
