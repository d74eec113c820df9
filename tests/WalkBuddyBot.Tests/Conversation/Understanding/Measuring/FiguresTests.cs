using WalkBuddyBot.Conversation.Understanding.Measuring;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Measuring;

/// <summary>Figures counted by hand.</summary>
public sealed class FiguresTests
{
    // Two topics, two commands, three out of scope.
    private static readonly Figures Small = Figures.Of(
    [
        Made("stress", "stress", 0.9),
        Made("stress", "causes", 0.4),
        Made("stop", "stop", 1),
        Made("tip", "oos", 0.2, nearest: ["circulation", "tip"]),
        Made("oos", "oos", 0.1, Example.Near),
        Made("oos", "stress", 0.6, Example.Near),
        Made("oos", "oos", 1, Example.Far),
    ]);

    [Fact]
    public void Accuracy_is_the_share_of_right_labels_of_all_of_topics_and_of_commands()
    {
        Assert.Equal(4.0 / 7, Small.Accuracy, 9);
        Assert.Equal(2.0 / 4, Small.InScopeAccuracy, 9);
        Assert.Equal(1.0 / 2, Small.TopicAccuracy, 9);
        Assert.Equal(1.0 / 2, Small.CommandAccuracy, 9);
        Assert.Equal(3.0 / 4, Small.AmongThree, 9);
    }

    [Fact]
    public void What_is_declined_is_counted_for_ours_and_for_near_and_far_ones()
    {
        Assert.Equal(1.0 / 4, Small.InScopeDeclined, 9);
        Assert.Equal(0, Small.TopicsDeclined);
        Assert.Equal(1.0 / 2, Small.CommandsDeclined, 9);
        Assert.Equal(1.0 / 2, Small.NearDeclined, 9);
        Assert.Equal(1, Small.FarDeclined);
        Assert.Equal(2.0 / 3, Small.OutOfScopeDeclined, 9);
    }

    [Fact]
    public void A_row_has_precision_recall_and_their_harmonic_mean()
    {
        var stress = Small.Labels.Single(label => label.Label == "stress");

        Assert.Equal((2, 2, 1, 0), (stress.Expected, stress.Got, stress.Right, stress.Declined));
        Assert.Equal((0.5, 0.5, 0.5), (stress.Precision, stress.Recall, stress.F1));
        Assert.Equal(1, Small.Labels.Single(label => label.Label == "tip").Declined);
    }

    [Fact]
    public void Macro_F1_is_the_mean_over_the_labels_that_were_expected()
    {
        // stress 1/2, stop 1, tip 0, oos 2*2/(3+3); "causes" was never expected.
        Assert.Equal((0.5 + 1 + 0 + (4.0 / 6)) / 4, Small.MacroF1, 9);
    }

    [Fact]
    public void Confusions_come_with_the_most_frequent_first()
    {
        var figures = Figures.Of([Made("stress", "causes", 1), Made("tip", "help", 1), Made("tip", "help", 1), Made("tip", "tip", 1)]);

        Assert.Equal<Confusion>([new("tip", "help", 2), new("stress", "causes", 1)], figures.Confusions.AsEnumerable());
    }

    [Fact]
    public void A_threshold_accepts_what_is_at_least_so_sure_and_was_not_declined()
    {
        var half = Small.Curve.Single(point => point.Threshold == 0.5);

        Assert.Equal(2.0 / 4, half.InScope, 9);
        Assert.Equal(2.0 / 4, half.InScopeRight, 9);
        Assert.Equal(1.0 / 2, half.Near, 9);
        Assert.Equal(0, half.Far);
        Assert.Equal(1.0 / 3, half.OutOfScope, 9);
    }

    [Fact]
    public void The_area_counts_pairs_and_ties_by_half()
    {
        // Ours 0.9, 0.4, 1, 0; others 0, 0.6, 0: of twelve pairs eight are won and two tied.
        Assert.Equal((3 + 2 + 3 + 1) / 12.0, Small.Auroc, 9);
    }

    [Fact]
    public void The_area_is_the_same_as_by_counting_each_pair()
    {
        var random = new Random(20261123);
        var measured = Enumerable.Range(0, 300)
            .Select(_ => Made(random.Next(2) == 0 ? "stress" : "oos", "stress", random.Next(12) / 12.0)).ToList();
        var ours = measured.Where(one => one.InScope).ToList();
        var others = measured.Where(one => !one.InScope).ToList();
        var wins = ours.Sum(one => others.Sum(other => one.Score > other.Score ? 1 : one.Score == other.Score ? 0.5 : 0));

        var auroc = Figures.Of([.. measured]).Auroc;

        Assert.Equal(wins / (ours.Count * others.Count), auroc, 9);
    }

    [Fact]
    public void Of_nothing_there_are_no_shares()
    {
        var none = Figures.Of([]);

        Assert.All(
            [none.Accuracy, none.TopicAccuracy, none.NearDeclined, none.MacroF1, none.Auroc, none.SlotLinesExact, none.Latency.Median],
            share => Assert.True(double.IsNaN(share)));
        Assert.Empty(none.Labels);
    }

    [Fact]
    public void Percentiles_are_by_nearest_rank()
    {
        var latency = Latency.Of(Enumerable.Range(1, 200).Select(ms => TimeSpan.FromMilliseconds(ms)).Reverse());

        Assert.Equal(new Latency(100, 190, 198, 200), latency);
    }

    private static Measured Made(string expected, string got, double score, string? group = null, string[]? nearest = null) =>
        new(Example.Of(1, "a message", expected, group), got, score, [.. nearest ?? []], Slots: [], Speaks: false, TimeSpan.FromMilliseconds(1));
}
