using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>A topic as its file has it, not yet checked.</summary>
internal sealed record TopicDraft(
    ContentFile File, Passage Id, int Order, int OrderLine, Passage Title, Passage Section, ImmutableArray<Passage> FollowUps,
    ImmutableArray<Passage> Questions, ImmutableArray<Passage> Words, ImmutableArray<Passage> Claims, Passage Answer, int MoreLine,
    ImmutableArray<Paragraph> More);
