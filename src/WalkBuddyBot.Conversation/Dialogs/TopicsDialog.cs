using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A question that the article answers.</summary>
internal sealed class TopicsDialog(Talks talks, ITopics topics) : Dialog(talks, topics.All.Select(topic => topic.Id))
{
    protected override void Answer(Talk talk) => TopicReplies.Answer(talk, talk.Topics.Find(talk.Meaning.Label)!);
}
