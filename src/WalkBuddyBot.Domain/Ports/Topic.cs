using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>What the article says of one thing, in our words.</summary>
/// <param name="Id">Such as <c>core-muscles</c>.</param>
/// <param name="Title">What stands on a button.</param>
/// <param name="Section">The article's section name.</param>
/// <param name="Answer">Two or three plain sentences.</param>
/// <param name="More">Two to four further paragraphs, in order.</param>
/// <param name="FollowUps">Ids of topics to go on with.</param>
/// <param name="Questions">Example questions.</param>
public sealed record Topic(
    string Id,
    string Title,
    string Section,
    string Answer,
    ImmutableArray<string> More,
    ImmutableArray<string> FollowUps,
    ImmutableArray<string> Questions);
