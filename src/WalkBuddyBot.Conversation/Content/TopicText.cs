using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>All the words of one topic, plain, for matching.</summary>
/// <param name="Id">Such as <c>core-muscles</c>.</param>
/// <param name="Title">What stands on a button.</param>
/// <param name="Section">The article's section name.</param>
/// <param name="Answer">The short answer.</param>
/// <param name="More">The further paragraphs, without their claim ids.</param>
/// <param name="Questions">Example questions, as people type them.</param>
/// <param name="Words">Other words for the same things, such as "tummy" beside "core".</param>
public sealed record TopicText(
    string Id, string Title, string Section, string Answer, ImmutableArray<string> More, ImmutableArray<string> Questions, ImmutableArray<string> Words);
