using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>The topics of the article.</summary>
public interface ITopics
{
    /// <summary>All of them, in the article's order.</summary>
    ImmutableArray<Topic> All { get; }

    /// <summary>One by its id, or null.</summary>
    Topic? Find(string id);
}
