using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;

/// <summary>The probability that a message is in scope.</summary>
/// <param name="Means">What a feature is on average.</param>
/// <param name="Spreads">How far it is from that as a rule.</param>
/// <param name="Weights">What each weighs, and last what stands before all.</param>
internal sealed record AcceptModel(ImmutableArray<double> Means, ImmutableArray<double> Spreads, ImmutableArray<double> Weights)
{
    public double Probability(ReadOnlySpan<double> features)
    {
        var score = Weights[^1];
        for (var i = 0; i < features.Length; i++)
        {
            score += Weights[i] * (features[i] - Means[i]) / Spreads[i];
        }

        return 1 / (1 + Math.Exp(-score));
    }
}
