using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>Two labels that the examples do not keep apart: a warning to whoever writes them.</summary>
/// <param name="Expected">The label of the examples.</param>
/// <param name="Got">What they are taken for.</param>
/// <param name="Of">How many examples the label has.</param>
/// <param name="Taken">Those that are taken for the other, the surest first.</param>
public sealed record ConfusedLabels(string Expected, string Got, int Of, ImmutableArray<Measured> Taken)
{
    private const int Few = 3;

    private const double Small = 0.03;

    /// <summary>The worst first. One or two in a label, or three in a hundred, are left to chance.</summary>
    public static ImmutableArray<ConfusedLabels> In(IReadOnlyCollection<Measured> measured)
    {
        var counts = measured.CountBy(one => one.Example.Label).ToDictionary();
        return
        [
            .. measured.Where(one => !one.Right).GroupBy(one => (one.Example.Label, Got: one.Label))
                .Select(pair => new ConfusedLabels(
                    pair.Key.Label, pair.Key.Got, counts[pair.Key.Label], [.. pair.OrderByDescending(one => one.Score)]))
                .Where(pair => pair.Taken.Length >= Few && pair.Taken.Length >= Small * pair.Of)
                .OrderByDescending(pair => (double)pair.Taken.Length / pair.Of).ThenBy(pair => pair.Expected, StringComparer.Ordinal),
        ];
    }
}
