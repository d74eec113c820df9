namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A reminder for something other than a walk, kindly declined.</summary>
internal sealed class NotAWalkDialog(Talks talks) : Dialog(talks, NotAWalk)
{
    public const string NotAWalk = "not_a_walk";

    protected override void Answer(Talk talk)
    {
        talk.Leave();
        talk.Reply(talk.Say("not-a-walk.declined"), talk.Ways.Weekdays(), talk.Ways.SetReminder(), talk.Ways.Help());
    }
}
