namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>One of a set's phrases, after at most so many other words.</summary>
/// <param name="Set">The set.</param>
/// <param name="Gap">How many words may stand before it.</param>
internal readonly record struct Step(int Set, int Gap);
