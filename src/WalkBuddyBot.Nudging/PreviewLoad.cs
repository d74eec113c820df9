using NodaTime;

namespace WalkBuddyBot.Nudging;

/// <summary>What a preview comes to.</summary>
/// <param name="People">How many people have a nudge in it.</param>
/// <param name="SentByKind">Nudges that go out, by kind.</param>
/// <param name="StoppedByGate">Nudges that a gate would stop, by its reason.</param>
/// <param name="Lanes">What it asks of the door, lane by lane, the longest wait first.</param>
public sealed record PreviewLoad(
    int People,
    IReadOnlyDictionary<string, int> SentByKind,
    IReadOnlyDictionary<string, int> StoppedByGate,
    IReadOnlyList<LaneLoad> Lanes)
{
    /// <summary>Nudges that go out.</summary>
    public int Sent => SentByKind.Values.Sum();

    /// <summary>Nudges that a gate would stop.</summary>
    public int Stopped => StoppedByGate.Values.Sum();

    /// <summary>
    /// How many of those that no gate stops would come later than their grace, because the pace cannot carry them, and be dropped.
    /// </summary>
    public int TooLate => Lanes.Sum(lane => lane.TooLate);

    /// <summary>The most that go out in one second of one lane, and when; null when nothing does.</summary>
    public (int Count, Instant At)? Peak => Lanes.Where(lane => lane.Peak > 0)
        .OrderByDescending(lane => lane.Peak).ThenBy(lane => lane.PeakAt)
        .Select(lane => ((int, Instant)?)(lane.Peak, lane.PeakAt)).FirstOrDefault();

    /// <summary>How long the last of the worst crowd waits for its permit.</summary>
    public Duration LongestWait => Lanes.Select(lane => lane.Worst?.Wait ?? Duration.Zero).DefaultIfEmpty(Duration.Zero).Max();
}
