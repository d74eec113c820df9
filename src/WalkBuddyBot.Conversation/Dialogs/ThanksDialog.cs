namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Thank you.</summary>
internal sealed class ThanksDialog(Talks talks) : Dialog(talks, Understanding.Intents.Thanks)
{
    protected override void Answer(Talk talk) =>
        talk.Reply(talk.Say("thanks.welcome"), talk.Ways.Tip(), talk.Ways.Show(), talk.Ways.Help());
}
