using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>"Why?": what the article says behind a tip, or more of an answer that was just given.</summary>
internal sealed class WhyDialog(Talks talks) : Dialog(talks, Understanding.Intents.Why)
{
    protected override void Answer(Talk talk)
    {
        if (TipMeant(talk) is { } tip && talk.Topics.Find(tip.Topic) is { } behind)
        {
            TopicReplies.Answer(talk, behind);
            return;
        }

        if (talk.Person.Dialog is { LastTopic: { } last } state && talk.Topics.Find(last) is { } topic)
        {
            TopicReplies.Further(talk, topic, state.Read);
            return;
        }

        if (talk.Topics.Find("overview") is { } overview)
        {
            TopicReplies.Answer(talk, overview);
            return;
        }

        talk.Reply(talk.Say("more.of-what"), talk.Ways.Tip(), talk.Ways.Help());
    }

    private static Tip? TipMeant(Talk talk)
    {
        if (talk.Heard.Inputs.TryGetValue("tip", out var pressed) && talk.Tips.Find(pressed) is { } tip)
        {
            return tip;
        }

        var state = talk.Person.Dialog;
        var nudge = talk.Heard.About is { } about ? NudgeLedger.Find(talk.Facts, about)
            : state is not ({ LastTip: not null } or { LastTopic: not null })
                ? NudgeLedger.Newest(talk.Facts, talk.Now, row => row.Nudge!.Tip is not null)
            : null;
        return (nudge?.Nudge?.Tip ?? state?.LastTip) is { } id ? talk.Tips.Find(id) : null;
    }
}
