using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;

/// <summary>From what the parts say to a verdict.</summary>
/// <param name="Fusion">Weighs the parts.</param>
/// <param name="Accept">Tells in scope from out of scope.</param>
/// <param name="AnswerAt">From which probability on to answer.</param>
/// <param name="OfferAt">From which probability on to ask which was meant.</param>
internal sealed record Judge(Fusion Fusion, AcceptModel Accept, double AnswerAt, double OfferAt)
{
    public Verdict Of(Evidence evidence)
    {
        var probabilities = Fusion.Probabilities(evidence);
        var accept = Accept.Probability(AcceptFeatures.Of(evidence, probabilities));
        var band = accept >= AnswerAt ? Band.Answer : accept >= OfferAt ? Band.Offer : Band.Decline;
        return new(Ranked(probabilities), accept, band);
    }

    private static ImmutableArray<LabelScore> Ranked(double[] probabilities)
    {
        var scope = ClassTable.InScope;
        var inside = Math.Max(probabilities.Take(scope).Sum(), 1e-300);
        return
        [
            .. UtteranceLabels.InScope.Select((label, at) => new LabelScore(label, probabilities[at] / inside))
                .OrderByDescending(score => score.Probability),
        ];
    }
}
