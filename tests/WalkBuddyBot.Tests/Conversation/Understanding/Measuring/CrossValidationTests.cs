using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Measuring;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Measuring;

/// <summary>Verdicts made by hand, and what is said of them.</summary>
public sealed class CrossValidationTests
{
    private static readonly CrossValidation Folds = CrossValidation.Of(
    [
        Judged("stress", UtteranceGroups.Topic, Band.Answer, 0.9, "stress", "causes"),
        Judged("stress", UtteranceGroups.Topic, Band.Offer, 0.5, "stress", "causes"),
        .. Enumerable.Range(1, 3).Select(i => Judged("stress", UtteranceGroups.Topic, Band.Answer, 0.8, "mental-health", "stress")),
        Judged("tip", UtteranceGroups.Intent, Band.Decline, 0.1, "help", "tip"),
        Judged("oos", UtteranceGroups.Near, Band.Answer, 0.7, "stress", "tip"),
        Judged("oos", UtteranceGroups.Far, Band.Decline, 0.05, "tip", "stress"),
    ]);

    [Fact]
    public void What_is_offered_or_declined_counts_as_not_answered()
    {
        Assert.Equal(1.0 / 5, Folds.Answered.TopicAccuracy, 9);
        Assert.Equal(2.0 / 6, Folds.Answered.InScopeDeclined, 9);
        Assert.Equal(0, Folds.Answered.NearDeclined);
        Assert.Equal(1, Folds.Answered.FarDeclined);
    }

    [Fact]
    public void The_best_label_counts_whatever_is_done_with_it()
    {
        Assert.Equal(6, Folds.Best.Measured.Length);
        Assert.Equal(2.0 / 5, Folds.Best.TopicAccuracy, 9);
        Assert.Equal(1, Folds.Best.AmongThree);
    }

    [Fact]
    public void The_curve_goes_below_the_threshold_in_use()
    {
        var low = Folds.Answered.Curve.Single(point => point.Threshold == 0.3);

        Assert.Equal(5.0 / 6, low.InScope, 9);
        Assert.Equal(2.0 / 6, low.InScopeRight, 9);
        Assert.Equal((1, 0), (low.Near, low.Far));
    }

    [Fact]
    public void Bands_are_counted_by_kind()
    {
        Assert.Equal<BandFigures>(
            [new("topic", 5, 4, 1, 0), new("intent", 1, 0, 0, 1), new("near", 1, 1, 0, 0), new("far", 1, 0, 0, 1)], Folds.Bands.AsEnumerable());
    }

    [Fact]
    public void Labels_not_kept_apart_are_named_and_a_single_slip_is_not()
    {
        var pair = Assert.Single(Folds.Confused);

        Assert.Equal(("stress", "mental-health", 5, 3), (pair.Expected, pair.Got, pair.Of, pair.Taken.Length));
    }

    private static HeldOut Judged(string label, string group, Band band, double accept, params string[] ranked) => new(
        new Utterance("a message", label, group, "file.yaml", 1),
        new Verdict([.. ranked.Select((one, at) => new LabelScore(one, 1.0 / (at + 2)))], accept, band))
    {
        Evidence = null!,
    };
}
