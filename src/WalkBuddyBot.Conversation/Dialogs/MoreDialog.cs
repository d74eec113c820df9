using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>"Tell me more": the next paragraph of the topic on the button, or of the one spoken of last.</summary>
internal sealed class MoreDialog(Talks talks) : Dialog(talks, Understanding.Intents.More)
{
    protected override void Answer(Talk talk)
    {
        var state = talk.Person.Dialog;
        var asked = talk.Heard.Verb == Verbs.More ? talk.Heard.Inputs.GetValueOrDefault("topic") : null;
        if ((asked ?? state?.LastTopic) is not { } id || talk.Topics.Find(id) is not { } topic)
        {
            talk.Reply(talk.Say("more.of-what"), talk.Ways.Overview(), talk.Ways.Tip(), talk.Ways.Help());
            return;
        }

        TopicReplies.Further(talk, topic, state?.LastTopic == id ? state.Read : 0);
    }
}
