using NodaTime;
using WalkBuddyBot.Nudging.Preview;

namespace WalkBuddyBot.Nudging;

/// <summary>
/// Adds up a preview as it goes by, in any order. It keeps no nudge, only counts by second: a week of everyone is small.
/// </summary>
/// <param name="perSecond">The pace of a lane; 0 for none.</param>
public sealed class PreviewTally(int perSecond)
{
    private readonly Dictionary<string, LaneTally> _lanes = [];
    private readonly Dictionary<string, int> _sentByKind = [];
    private readonly Dictionary<string, int> _stoppedByGate = [];
    private int _people;

    /// <summary>Counts the nudges of one person.</summary>
    /// <param name="nudges">All of theirs in the range.</param>
    public void Add(IReadOnlyCollection<PreviewedNudge> nudges)
    {
        _people += nudges.Count > 0 ? 1 : 0;
        foreach (var nudge in nudges)
        {
            Add(nudge);
        }
    }

    /// <summary>What it comes to.</summary>
    public PreviewLoad Load() => new(
        _people,
        _sentByKind,
        _stoppedByGate,
        [
            .. _lanes.Select(lane => lane.Value.Load(lane.Key, perSecond))
                .OrderByDescending(lane => lane.Worst?.Wait ?? Duration.Zero)
                .ThenByDescending(lane => lane.Peak)
                .ThenBy(lane => lane.Lane, StringComparer.Ordinal),
        ]);

    private void Add(PreviewedNudge nudge)
    {
        var (counts, key) = nudge.Gate is { } gate ? (_stoppedByGate, gate) : (_sentByKind, nudge.Kind.Id);
        counts[key] = counts.GetValueOrDefault(key) + 1;
        if (!nudge.Planned)
        {
            return;
        }

        if (!_lanes.TryGetValue(nudge.Lane, out var lane))
        {
            _lanes.Add(nudge.Lane, lane = new LaneTally());
        }

        lane.Add(nudge);
    }
}
