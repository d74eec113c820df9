namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>A message as people type it, and the danger it tells of.</summary>
/// <param name="Text">The message.</param>
/// <param name="Danger">The danger; null when it only sounds like one, or like nothing at all.</param>
/// <param name="LookAlike">Whether it stands among the messages that sound like a danger; else it is a danger or ordinary talk.</param>
internal sealed record SafetyExample(string Text, Danger? Danger, bool LookAlike);
