using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>How well messages are understood that training did not see, in hundredths.</summary>
/// <param name="Topics">Topic questions whose best label is right.</param>
/// <param name="Commands">Commands whose best label is right.</param>
/// <param name="Declined">Good messages declined outright.</param>
/// <param name="Offered">Good messages that are asked about.</param>
/// <param name="Near">Near ones, out of scope, that are answered all the same.</param>
/// <param name="Far">Far ones that are answered all the same.</param>
internal sealed record TrainingFigures(double Topics, double Commands, double Declined, double Offered, double Near, double Far)
{
    public static TrainingFigures Of(IReadOnlyCollection<HeldOut> held)
    {
        var inside = held.Where(one => one.Utterance.Group is UtteranceGroups.Topic or UtteranceGroups.Intent).ToList();
        return new(
            Share(inside.Where(one => one.Utterance.Group == UtteranceGroups.Topic), IsRight),
            Share(inside.Where(one => one.Utterance.Group == UtteranceGroups.Intent), IsRight),
            Share(inside, one => one.Verdict.Band == Band.Decline),
            Share(inside, one => one.Verdict.Band == Band.Offer),
            Share(held.Where(one => one.Utterance.Group == UtteranceGroups.Near), one => one.Verdict.Band == Band.Answer),
            Share(held.Where(one => one.Utterance.Group == UtteranceGroups.Far), one => one.Verdict.Band == Band.Answer));
    }

    private static bool IsRight(HeldOut one) => one.Verdict.Label == one.Utterance.Label;

    private static double Share(IEnumerable<HeldOut> of, Func<HeldOut, bool> counts) =>
        100 * of.Select(one => counts(one) ? 1.0 : 0.0).DefaultIfEmpty().Average();
}
