namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// One reminder of several cannot be moved or taken away yet: what stands is named, and what can be done instead.
/// </summary>
internal sealed class ChangeTimeDialog(Talks talks) : Dialog(talks, Understanding.Intents.ChangeTime)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        if (Coming.Wishes(talk) is not { } wishes)
        {
            talk.Reply(talk.Say("show.none"), talk.Ways.Weekdays(), talk.Ways.SetReminder(), talk.Ways.Help());
            return;
        }

        var text = string.Join(' ', talk.Say("change.cannot"), talk.Say("show.reminders", ("wishes", wishes)));
        if (talk.Person.Undo is { What: "undo.reminder" } step)
        {
            talk.Reply($"{text} {talk.Say("change.undo")}", talk.Ways.Undo(step), talk.Ways.Stop(), talk.Ways.SetReminder());
            return;
        }

        talk.Reply($"{text} {talk.Say("change.stop")}", talk.Ways.Stop(), talk.Ways.SetReminder(), talk.Ways.Show());
    }
}
