using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Topics;

/// <summary>Tells which topics a message is about. The seam that a classifier over a sentence encoder fills later.</summary>
internal interface ITopicMatcher
{
    /// <summary>Every topic, nearest first; equal ones in the article's order.</summary>
    ImmutableArray<TopicScore> Rank(string text);

    /// <summary>The topic that has just these words as its title or as an example question.</summary>
    string? Exact(string text);
}
