using Microsoft.Extensions.Options;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What somebody thinks of the bot: thanked for, asked no further, and not kept. It says who can be told.</summary>
internal sealed class FeedbackDialog(Talks talks, IOptions<FeedbackOptions> options) : Dialog(talks, Understanding.Intents.Feedback)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        var thanks = talk.Slots.Opinion switch
        {
            "good" => talk.Say("feedback.good"),
            "bad" => talk.Say("feedback.bad"),
            _ => talk.Say("feedback.thanks"),
        };
        var where = options.Value.Contact is { Length: > 0 } contact
            ? talk.Say("feedback.contact", ("contact", contact)) : talk.Say("feedback.not-kept");
        var text = talk.Slots.Opinion == "good" ? thanks : $"{thanks} {where}";
        talk.Reply(text, talk.Ways.Help(), talk.Ways.Overview(), talk.Ways.Show());
    }
}
