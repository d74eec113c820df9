namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The channel ended the talk: what it was about is forgotten, and nothing is said.</summary>
internal sealed class EndedDialog(Talks talks) : Dialog(talks, Understanding.Intents.Ended)
{
    protected override void Answer(Talk talk) => talk.Person = talk.Person with { Dialog = null };
}
