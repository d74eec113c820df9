namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What has been walked this week.</summary>
internal sealed class ProgressDialog(Talks talks) : Dialog(talks, Understanding.Intents.Progress)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        talk.Reply(WeekSoFar.Say(talk), talk.Ways.Walked(), talk.Ways.Show(), talk.Ways.Tip());
    }
}
