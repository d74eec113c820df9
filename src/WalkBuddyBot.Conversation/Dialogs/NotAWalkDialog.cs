using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A reminder for something other than a walk, kindly declined; a walk at that time is offered where one was named.</summary>
internal sealed class NotAWalkDialog(Talks talks) : Dialog(talks, Understanding.Intents.NotAWalk)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        if (Wish.From(talk.Slots, talk.Now) is not null)
        {
            var command = ReminderWords.Write(talk.Slots);
            talk.AskFor(Understanding.Intents.SetReminder, Questions.YesNo, YesNoDialog.Offering(command));
            talk.Reply(
                talk.Say("not-a-walk.same-time"),
                Ways.Remind(talk.Say("choice.walk-then"), command),
                talk.Ways.SetReminder(),
                talk.Ways.Help());
            return;
        }

        talk.Reply(talk.Say("not-a-walk.declined"), talk.Ways.Weekdays(), talk.Ways.SetReminder(), talk.Ways.Help());
    }
}
