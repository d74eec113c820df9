using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>How often one slot is exact.</summary>
/// <param name="Name">The slot.</param>
/// <param name="Compared">How often it was compared.</param>
/// <param name="Right">How often it was as expected.</param>
public sealed record SlotFigures(string Name, int Compared, int Right)
{
    /// <summary>A row a slot, by name.</summary>
    public static ImmutableArray<SlotFigures> Table(IEnumerable<Measured> measured) =>
    [
        .. measured.SelectMany(one => one.Slots).GroupBy(slot => slot.Name).OrderBy(slot => slot.Key, StringComparer.Ordinal)
            .Select(slot => new SlotFigures(slot.Key, slot.Count(), slot.Count(one => one.Right))),
    ];
}
