using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Not today. The day counts for nothing, good or bad, and nothing more comes.</summary>
internal sealed class SkipDialog(Talks talks) : Dialog(talks, Understanding.Intents.Skip)
{
    protected override void Answer(Talk talk)
    {
        var nudge = NudgePress.Target(talk, NudgeAnswer.NotToday, out var replied);
        if (replied)
        {
            return;
        }

        talk.Leave();
        if (nudge is null && talk.Person.Schedules.IsEmpty)
        {
            talk.Reply(talk.Say("skip.nothing"), talk.Ways.Weekdays(), talk.Ways.Help());
            return;
        }

        var undo = talk.Undoable("undo.skip");
        if (nudge is not null)
        {
            talk.Do(new Effect.NudgeAnswered(nudge.Id, NudgeAnswer.NotToday));
        }

        // A press on yesterday's nudge says nothing about today.
        var today = nudge is null || talk.Heard.About is null || nudge.NotBefore.InZone(talk.ZoneOrUtc).Date == talk.LocalNow.Date;
        if (today)
        {
            RestOfDay.Skip(talk, "not today");
        }

        var text = today ? talk.Say("skip.today") : talk.Say("skip.that-day");
        talk.Reply($"{text} {Coming.Hold(talk) ?? Coming.Next(talk)}", undo, talk.Ways.Show(), talk.Ways.Tip());
        if (nudge is not null)
        {
            talk.Fold(nudge.Id, text, undo);
        }
    }
}
