using WalkBuddyBot.Conversation.Understanding.Topics;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>A title of a topic, or one of its example questions, word for word: what stands on a button, typed.</summary>
internal sealed class TitleStage(ITopicMatcher matcher) : IStage
{
    public Meaning? Try(Message message)
    {
        if (matcher.Exact(message.Words) is not { } topic)
        {
            return null;
        }

        var near = matcher.Rank(message.Words).Take(3).Select(score => score.Topic);
        return Meanings.Sure(topic) with { Nearest = [.. near] };
    }
}
