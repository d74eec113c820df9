using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Learning;

/// <summary>All that can be tuned of learning; the values were chosen by cross-validation.</summary>
internal sealed record Tuning
{
    public SparseTuning Lexical { get; init; } = new();

    public SemanticTuning Semantic { get; init; } = new();

    /// <summary>How far examples of small classes count for more: 0 not at all, 1 until all classes weigh the same.</summary>
    public double Balance { get; init; } = 0.5;

    /// <summary>The share of good questions that may be asked about or declined.</summary>
    public double InScopeUnanswered { get; init; } = 0.04;

    /// <summary>The share of good questions that may be declined outright.</summary>
    public double InScopeDeclined { get; init; } = 0.015;

    public int Threads { get; init; } = Environment.ProcessorCount;
}
