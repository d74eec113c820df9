using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Hello, and what the bot is, does and cannot do.</summary>
internal sealed class GreetingDialog(Talks talks) : Dialog(talks, Understanding.Intents.Greeting)
{
    protected override void Answer(Talk talk)
    {
        if (Coming.Moment(talk) is { } next)
        {
            talk.Reply(talk.Say("greeting.again", ("next", next)), talk.Ways.Overview(), talk.Ways.Show(), talk.Ways.Tip());
            return;
        }

        talk.Reply(
            talk.Heard.From.Channel == Address.WebChat ? talk.Say("greeting.hello") : talk.Say("greeting.hello-chat"),
            talk.Ways.Weekdays(), talk.Ways.Overview(), talk.Ways.Help());
    }
}
