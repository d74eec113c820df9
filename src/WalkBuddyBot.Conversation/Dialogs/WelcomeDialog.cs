namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// The welcome after an install: once a person, however many events of the channel tell of it. Someone who had left finds their reminders
/// as they were.
/// </summary>
internal sealed class WelcomeDialog(Talks talks) : Dialog(talks, Understanding.Intents.Installed)
{
    protected override void Answer(Talk talk)
    {
        if (talk.Person.Version == 0)
        {
            talk.Reply(talk.Say("welcome.installed"), talk.Ways.Weekdays(), talk.Ways.SetReminder(), talk.Ways.Overview(), talk.Ways.Help());
            return;
        }

        // Where the bot was added last is where its owner is.
        talk.Person = talk.Person with { NudgeAt = talk.Heard.From.Id };
        if (talk.Person.LeftAt is null)
        {
            return;
        }

        if (talk.Person.Schedules.IsEmpty)
        {
            talk.Reply(talk.Say("welcome.back"), talk.Ways.Weekdays(), talk.Ways.Overview(), talk.Ways.Help());
            return;
        }

        var held = Coming.Hold(talk);
        talk.Reply($"{talk.Say("welcome.back-with-reminders")} {held ?? Coming.Next(talk)}", talk.Ways.Show(), talk.Ways.Stop(), talk.Ways.Help());
    }
}
