namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A press by someone of whom nothing is kept: never known, or deleted since. It brings nothing back.</summary>
internal sealed class NothingKeptDialog(Talks talks) : Dialog(talks, [])
{
    protected override void Answer(Talk talk) =>
        talk.Reply(talk.Say("nothing-kept.press"), talk.Ways.Weekdays(), talk.Ways.Overview(), talk.Ways.Help());
}
