namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Goodbye, with what comes next if anything does.</summary>
internal sealed class GoodbyeDialog(Talks talks) : Dialog(talks, Understanding.Intents.Goodbye)
{
    protected override void Answer(Talk talk)
    {
        var text = Coming.Moment(talk) is { } next ? talk.Say("goodbye.until", ("next", next)) : talk.Say("goodbye.plain");
        talk.Reply(text, talk.Ways.Show(), talk.Ways.Help());
    }
}
