using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Classifying;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>What is done with messages of one kind.</summary>
/// <param name="Group">The kind: topics, intents, near and far out-of-scope ones.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Answered">How many are answered, rightly or wrongly.</param>
/// <param name="Offered">For how many it is asked which of the best few was meant.</param>
/// <param name="Declined">How many are declined.</param>
public sealed record BandFigures(string Group, int Count, int Answered, int Offered, int Declined)
{
    internal static ImmutableArray<BandFigures> Table(IEnumerable<HeldOut> heldOut) =>
    [
        .. heldOut.GroupBy(one => one.Utterance.Group).Select(group => new BandFigures(
            group.Key, group.Count(), Of(group, Band.Answer), Of(group, Band.Offer), Of(group, Band.Decline))),
    ];

    private static int Of(IEnumerable<HeldOut> group, Band band) => group.Count(one => one.Verdict.Band == band);
}
