namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What can be said. It does not greet again.</summary>
internal sealed class HelpDialog(Talks talks) : Dialog(talks, Understanding.Intents.Help)
{
    protected override void Answer(Talk talk) =>
        talk.Reply(talk.Say("help.commands"), talk.Ways.Weekdays(), talk.Ways.Show(), talk.Ways.Overview(), talk.Ways.Tip());
}
