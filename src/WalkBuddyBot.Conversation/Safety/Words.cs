namespace WalkBuddyBot.Conversation.Safety;

/// <summary>What is said for a group of signs at one level.</summary>
/// <param name="Text">The full reply; at the two lowest levels the line to add.</param>
/// <param name="Other">The same when it is about somebody else.</param>
/// <param name="Again">The one line when the full reply was given already.</param>
internal sealed record Words(string Text, string? Other, string? Again);
