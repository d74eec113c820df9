using NodaTime;

namespace WalkBuddyBot.Nudging;

/// <summary>What a preview asks of the door.</summary>
/// <param name="Sent">Nudges that go out.</param>
/// <param name="Stopped">Nudges that a gate would stop.</param>
/// <param name="Peak">The most that are due in one second of one lane.</param>
/// <param name="PeakAt">That second; null when nothing goes out.</param>
/// <param name="LongestWait">How long the last of a crowd waits for its permit.</param>
/// <param name="TooLate">How many of a crowd would come later than their grace, and be dropped.</param>
public sealed record PreviewLoad(int Sent, int Stopped, int Peak, Instant? PeakAt, Duration LongestWait, int TooLate)
{
    /// <summary>Counts a preview.</summary>
    /// <param name="nudges">The preview of everyone in a range.</param>
    /// <param name="perSecond">The pace of a lane; 0 for none.</param>
    public static PreviewLoad Of(IReadOnlyCollection<PreviewedNudge> nudges, int perSecond)
    {
        var sent = nudges.Where(nudge => nudge.Gate is null).ToList();
        var seconds = sent.CountBy(nudge => (nudge.Lane, At: nudge.Due.ToUnixTimeSeconds()));
        var peak = seconds.OrderByDescending(second => second.Value).ThenBy(second => second.Key.At).FirstOrDefault();
        var waits = perSecond > 0 ? sent.GroupBy(nudge => nudge.Lane).SelectMany(lane => Waits(lane, perSecond)).ToList() : [];
        return new(
            sent.Count,
            nudges.Count - sent.Count,
            peak.Value,
            peak.Value == 0 ? null : Instant.FromUnixTimeSeconds(peak.Key.At),
            waits.Count == 0 ? Duration.Zero : waits.Max(wait => wait.Length),
            waits.Count(wait => wait.Length > wait.Grace));
    }

    // Permits of a lane are evenly spaced, and unused ones are not saved up.
    private static IEnumerable<(Duration Length, Duration Grace)> Waits(IEnumerable<PreviewedNudge> lane, int perSecond)
    {
        var free = Instant.MinValue;
        foreach (var nudge in lane.OrderBy(nudge => nudge.Due))
        {
            free = Instant.Max(free, nudge.Due);
            yield return (free - nudge.Due, nudge.Grace);
            free += Duration.FromSeconds(1) / perSecond;
        }
    }
}
