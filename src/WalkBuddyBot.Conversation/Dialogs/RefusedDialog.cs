namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>An impossible value in any command.</summary>
internal sealed class RefusedDialog(Talks talks) : Dialog(talks, [])
{
    protected override void Answer(Talk talk) => Refusals.Say(talk, talk.Meaning.Error!, talk.Meaning.Offending);
}
