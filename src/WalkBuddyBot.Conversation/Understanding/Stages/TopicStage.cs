using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Topics;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>A question about the article: its topic when one is near enough, else an honest no.</summary>
internal sealed class TopicStage(ITopicMatcher matcher) : IStage
{
    private const double Accept = 0.28;

    // What the article as a whole is about.
    private const string Whole = "overview";

    private static readonly FrozenSet<string> Backs = Vocabulary.Set("back backs backache lumbar spine");

    public Meaning? Try(Message message)
    {
        var ranked = matcher.Rank(message.Words);
        if (ranked.IsEmpty)
        {
            return Meanings.NotOurs with { Score = 0 };
        }

        var best = ranked[0].Score < Accept || Terms.Stems(message.Words) is ["walk"] ? General(message, ranked) ?? ranked[0] : ranked[0];
        return best.Score >= Accept
            ? Meanings.Sure(best.Topic) with { Score = best.Score, Nearest = [.. ranked.Take(3).Select(score => score.Topic)] }
            : Meanings.NotOurs with { Score = best.Score, Nearest = [.. ranked.Take(3).Select(score => score.Topic)] };
    }

    // Walks and backs in one message, and nothing else that any topic knows of or that is known to be elsewhere: the whole article.
    private static TopicScore? General(Message message, ImmutableArray<TopicScore> ranked)
    {
        var words = message.Words.Split(' ');
        var both = words.Any(Backs.Contains) && words.Any(Vocabulary.Walks.Contains);
        return (both || Terms.Stems(message.Words) is ["walk"]) && !Elsewhere.IsMeant(words)
            ? ranked.FirstOrDefault(score => score.Topic == Whole) with { Score = Accept }
            : null;
    }
}
