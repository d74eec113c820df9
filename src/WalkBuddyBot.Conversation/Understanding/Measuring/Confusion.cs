using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>One label taken for another.</summary>
/// <param name="Expected">What it should have been.</param>
/// <param name="Got">What it was taken for.</param>
/// <param name="Count">How often.</param>
public sealed record Confusion(string Expected, string Got, int Count)
{
    /// <summary>The most frequent first.</summary>
    public static ImmutableArray<Confusion> Of(IEnumerable<Measured> measured) =>
    [
        .. measured.Where(one => !one.Right).GroupBy(one => (one.Example.Label, Got: one.Label))
            .Select(pair => new Confusion(pair.Key.Label, pair.Key.Got, pair.Count()))
            .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Expected, StringComparer.Ordinal)
            .ThenBy(pair => pair.Got, StringComparer.Ordinal),
    ];
}
