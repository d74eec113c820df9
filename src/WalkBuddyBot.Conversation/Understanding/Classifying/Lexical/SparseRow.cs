namespace WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

/// <summary>A message as weights of the terms that training knows.</summary>
/// <param name="Columns">Which terms.</param>
/// <param name="Values">What each weighs here.</param>
/// <param name="Known">The share of its words that training knows, by their weight.</param>
internal readonly record struct SparseRow(int[] Columns, float[] Values, double Known);
