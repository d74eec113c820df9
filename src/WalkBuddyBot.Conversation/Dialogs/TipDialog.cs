using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A tip, now: the next of the person's own round, which nudges go through too.</summary>
internal sealed class TipDialog(Talks talks) : Dialog(talks, Understanding.Intents.Tip)
{
    protected override void Answer(Talk talk)
    {
        if (TipRotation.Next(talk.Tips.All, talk.Facts, talk.Now) is not { } tip)
        {
            talk.Reply(talk.Say("tip.none"), talk.Ways.Overview(), talk.Ways.Help());
            return;
        }

        talk.Tipped(tip);
        talk.Person = talk.Person.Asked(tip, talk.Now);
        var text = talk.Say("tip.one", ("tip", tip.Text), ("section", tip.Section));
        talk.Reply(text, talk.Ways.Why(tip.Id), talk.Ways.Tip(), talk.Ways.Weekdays());
    }
}
