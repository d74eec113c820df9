using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>How well one label is told.</summary>
/// <param name="Label">The label.</param>
/// <param name="Expected">How many messages should have got it.</param>
/// <param name="Got">How many got it.</param>
/// <param name="Right">How many of those should have.</param>
/// <param name="Declined">How many that should have got it were declined.</param>
public sealed record LabelFigures(string Label, int Expected, int Got, int Right, int Declined)
{
    /// <summary>Of those that got it, the share that should have.</summary>
    public double Precision => Share.Of(Right, Got);

    /// <summary>Of those that should have got it, the share that did.</summary>
    public double Recall => Share.Of(Right, Expected);

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Share.Of(2 * Right, Expected + Got);

    /// <summary>A row for each label that was expected or given, by name.</summary>
    public static ImmutableArray<LabelFigures> Table(IReadOnlyCollection<Measured> measured) =>
    [
        .. measured.SelectMany(one => new[] { one.Example.Label, one.Label }).Distinct().Order(StringComparer.Ordinal)
            .Select(label => new LabelFigures(
                label,
                measured.Count(one => one.Example.Label == label),
                measured.Count(one => one.Label == label),
                measured.Count(one => one.Example.Label == label && one.Right),
                measured.Count(one => one.Example.Label == label && !one.Accepted && one.InScope))),
    ];
}
