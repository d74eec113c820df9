using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>What the parts say of a message, before it is weighed.</summary>
/// <param name="Lexical">By its words and letters: logarithms of probabilities, one for each class.</param>
/// <param name="Linear">By its vector, without a hidden layer.</param>
/// <param name="Hidden">By its vector, with a hidden layer.</param>
/// <param name="Nearest">By the examples that are nearest.</param>
/// <param name="Known">The share of its words that training knows.</param>
/// <param name="Length">How many words it has.</param>
internal sealed record Evidence(float[] Lexical, float[] Linear, float[] Hidden, ClassCosines Nearest, double Known, int Length);
