namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>A word as typed.</summary>
/// <param name="Word">The word.</param>
/// <param name="Before">What stands before it.</param>
/// <param name="Asked">Whether a question mark stands after it.</param>
internal readonly record struct Piece(string Word, Break Before, bool Asked);
