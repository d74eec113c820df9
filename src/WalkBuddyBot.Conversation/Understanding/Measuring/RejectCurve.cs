using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>How well scores tell what is ours from what is not.</summary>
internal static class RejectCurve
{
    private static readonly ImmutableArray<double> Thresholds = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

    public static ImmutableArray<RejectPoint> Of(IReadOnlyCollection<Measured> measured)
    {
        var inScope = measured.Where(one => one.InScope).ToList();
        var outOfScope = measured.Where(one => !one.InScope).ToList();
        var near = outOfScope.Where(one => one.Example.Group == Example.Near).ToList();
        var far = outOfScope.Where(one => one.Example.Group == Example.Far).ToList();
        return [.. Thresholds.Select(Point)];

        RejectPoint Point(double least)
        {
            return new(
                least,
                Share.Of(inScope, Accepted),
                Share.Of(inScope, one => Accepted(one) && one.BestRight),
                Share.Of(near, Accepted),
                Share.Of(far, Accepted),
                Share.Of(outOfScope, Accepted));

            bool Accepted(Measured one) => one.Acceptance >= least;
        }
    }

    /// <summary>
    /// How often a message of ours scores higher than one that is not, ties counted half: 0.5 is a coin, 1 perfect. Not a number without
    /// both kinds.
    /// </summary>
    public static double Auroc(IReadOnlyCollection<Measured> measured)
    {
        var ranked = measured.OrderBy(one => one.Acceptance).ToList();
        var (ours, others) = (ranked.Count(one => one.InScope), ranked.Count(one => !one.InScope));
        var wins = 0.0;
        var below = 0;
        foreach (var tie in ranked.GroupBy(one => one.Acceptance))
        {
            var (oursHere, othersHere) = (tie.Count(one => one.InScope), tie.Count(one => !one.InScope));
            wins += oursHere * (below + (othersHere / 2.0));
            below += othersHere;
        }

        return ours == 0 || others == 0 ? double.NaN : wins / ((double)ours * others);
    }
}
