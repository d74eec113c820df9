namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>A phrase as its file has it, not yet checked.</summary>
internal sealed record PhraseDraft(ContentFile File, string Language, string Key, int Line, Passage Words);
