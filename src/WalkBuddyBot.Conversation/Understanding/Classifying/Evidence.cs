using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>What the parts say of a message, before it is weighed.</summary>
/// <param name="Lexical">By its words and letters: logarithms of probabilities, one for each class.</param>
/// <param name="Semantic">By its vector: the same.</param>
/// <param name="Nearest">By the examples that are nearest.</param>
/// <param name="Known">The share of its words that training knows.</param>
/// <param name="Length">How many words it has.</param>
internal sealed record Evidence(float[] Lexical, float[] Semantic, ClassCosines Nearest, double Known, int Length);
