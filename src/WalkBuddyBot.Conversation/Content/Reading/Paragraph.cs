using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>A further paragraph and the claims it rests on.</summary>
/// <param name="Line">Where it begins, its claims before all.</param>
/// <param name="Claims">The ids in its brackets; none when it has no brackets.</param>
/// <param name="Words">The text after them.</param>
internal sealed record Paragraph(int Line, ImmutableArray<string> Claims, Passage Words);
