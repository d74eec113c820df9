using NodaTime;

namespace WalkBuddyBot.Nudging.Preview;

/// <summary>The nudges of one lane, counted by the second they are due.</summary>
internal sealed class LaneTally
{
    private readonly Dictionary<long, int> _sent = [];
    private readonly Dictionary<(long Second, Duration Grace, bool GoesOut), int> _due = [];

    public void Add(PreviewedNudge nudge)
    {
        var second = nudge.Due.ToUnixTimeSeconds();
        var goesOut = nudge.Gate is null;
        var key = (second, nudge.Grace, goesOut);
        _due[key] = _due.GetValueOrDefault(key) + 1;
        if (goesOut)
        {
            _sent[second] = _sent.GetValueOrDefault(second) + 1;
        }
    }

    public LaneLoad Load(string lane, int perSecond)
    {
        var peak = _sent.OrderByDescending(second => second.Value).ThenBy(second => second.Key).FirstOrDefault();
        if (perSecond == 0)
        {
            return new(lane, peak.Value, Instant.FromUnixTimeSeconds(peak.Key), Worst: null, TooLate: 0);
        }

        // What a gate stops is stopped when its turn comes, so it takes a permit too. Of one second, whoever may wait least comes last: the
        // preview rather says one too many.
        var queue = new LaneQueue(perSecond);
        foreach (var ((second, grace, goesOut), count) in _due.OrderBy(due => due.Key.Second).ThenByDescending(due => due.Key.Grace))
        {
            queue.Add(second, count, goesOut ? grace : null);
        }

        return new(lane, peak.Value, Instant.FromUnixTimeSeconds(peak.Key), queue.Worst, queue.TooLate);
    }
}
