namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What is understood and not done yet: said plainly, with what can be done instead.</summary>
internal sealed class LaterDialog(Talks talks) : Dialog(
    talks,
    Understanding.Intents.Goal,
    Understanding.Intents.QuietHours,
    Understanding.Intents.Feedback,
    Understanding.Intents.NudgeMe)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        switch (talk.Meaning.Label)
        {
            case Understanding.Intents.Goal:
                talk.Reply(talk.Say("later.goal", ("walks", talk.Person.Plan.WalksPerWeek)), talk.Ways.Walked(), talk.Ways.Show());
                return;
            case Understanding.Intents.QuietHours:
                talk.Reply(talk.Say("later.quiet-hours"), talk.Ways.Show(), talk.Ways.Stop(), talk.Ways.Help());
                return;
            case Understanding.Intents.Feedback:
                talk.Reply(talk.Say("later.feedback"), talk.Ways.Help(), talk.Ways.Overview());
                return;
            default:
                var soon = Ways.Remind(talk.Say("choice.remind-in", ("length", "1 minute")), "remind me in 1 minute");
                talk.Reply(talk.Say("later.nudge-me"), soon, talk.Ways.Tip(), talk.Ways.Show());
                return;
        }
    }
}
