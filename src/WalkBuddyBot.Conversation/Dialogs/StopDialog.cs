using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Stop: obeyed at once, in every state, without a question, unless it is doubtful that a stop was meant at all.</summary>
internal sealed class StopDialog(Talks talks) : Dialog(talks, Understanding.Intents.Stop)
{
    protected override void Answer(Talk talk)
    {
        if (talk.Meaning.Ask == Asks.Sure)
        {
            talk.Reply(talk.Say("stop.sure"), [.. talk.Meaning.Offers.Select(label => Offered.Of(talk, label))]);
            return;
        }

        talk.Do(new Effect.CancelWaiting("stopped", Before: null));
        if (talk.Person.Standing is Standing.Stopped)
        {
            talk.Person = talk.Person with { Dialog = null };
            talk.Reply(talk.Say("stop.already"), talk.Ways.Resume(), talk.Ways.Help());
            return;
        }

        var undo = talk.Undoable("undo.stop");
        talk.Person = talk.Person with { Standing = new Standing.Stopped(), Dialog = null };
        talk.Reply(talk.Say("stop.done"), talk.Ways.Resume(), undo, talk.Ways.Help());
    }
}
