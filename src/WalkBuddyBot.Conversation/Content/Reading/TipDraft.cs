using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>A tip as the file has it, not yet checked.</summary>
internal sealed record TipDraft(
    ContentFile File, int Line, Passage Id, Passage Words, Passage Topic, ImmutableArray<Passage> Claims, bool CommonSense);
