using WalkBuddyBot.Conversation.Understanding.Topics;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>A question about the article: its topic when one is near enough, else an honest no.</summary>
internal sealed class TopicStage(ITopicMatcher matcher) : IStage
{
    private const double Accept = 0.28;

    public Meaning? Try(Message message)
    {
        var ranked = matcher.Rank(message.Words);
        if (ranked.IsEmpty)
        {
            return Meanings.NotOurs with { Score = 0 };
        }

        var best = ranked[0];
        return best.Score >= Accept
            ? Meanings.Sure(best.Topic) with { Score = best.Score, Nearest = [.. ranked.Take(3).Select(score => score.Topic)] }
            : Meanings.NotOurs with { Score = best.Score, Nearest = [.. ranked.Take(3).Select(score => score.Topic)] };
    }
}
