namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What is understood and not done yet: said plainly, with what can be done instead.</summary>
internal sealed class LaterDialog(Talks talks) : Dialog(
    talks,
    Understanding.Intents.DeleteData,
    Understanding.Intents.ExportData)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        if (talk.Meaning.Label == Understanding.Intents.DeleteData)
        {
            talk.Reply(talk.Say("later.delete"), talk.Ways.Stop(), talk.Ways.Show(), talk.Ways.Help());
            return;
        }

        talk.Reply(talk.Say("later.export"), talk.Ways.Show(), talk.Ways.Help());
    }
}
