using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Asked what they think, anything that is no command and no question is the answer.</summary>
internal sealed class FreeWordsStage : IStage
{
    private static readonly FrozenSet<string> Asking = Vocabulary.Set("what why how when where who which is are does do can could should remind");

    public Meaning? Try(Message message) =>
        message.Talk?.Question == Questions.Feedback && !message.IsAsked && !message.Scan.Tokens.IsEmpty && !Asking.Contains(message.Scan.Tokens[0].Text)
            && !message.Says("remind me")
            ? Meanings.Sure(Intents.Feedback, new Slots { Opinion = FeedbackStage.Opinion(message.Tokens) })
            : null;
}
