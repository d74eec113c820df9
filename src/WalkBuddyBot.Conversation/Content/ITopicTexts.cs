using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>The texts of the topics as understanding needs them, from the same snapshot as the answers.</summary>
public interface ITopicTexts
{
    /// <summary>All of them, in the article's order.</summary>
    ImmutableArray<TopicText> TopicTexts { get; }
}
