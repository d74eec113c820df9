using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>What the classifier makes of a message.</summary>
/// <param name="Ranked">Every label but out of scope, best first, with calibrated probabilities that sum to 1.</param>
/// <param name="Accept">The calibrated probability that the message is in scope at all.</param>
/// <param name="Band">Where that stands against the two thresholds.</param>
internal sealed record Verdict(ImmutableArray<LabelScore> Ranked, double Accept, Band Band)
{
    /// <summary>The best label.</summary>
    public string Label => Ranked[0].Label;
}
