using NodaTime;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>The first so many of any number, whatever order they come in. The others are forgotten at once.</summary>
internal sealed class Soonest(int most)
{
    private readonly PriorityQueue<PreviewedNudge, (Instant Due, int Came)> _latestFirst =
        new(Comparer<(Instant Due, int Came)>.Create((one, other) => other.CompareTo(one)));

    private int _came;

    public int Count => _latestFirst.Count;

    public void Add(PreviewedNudge nudge)
    {
        var place = (nudge.Due, _came++);
        if (_latestFirst.Count < most)
        {
            _latestFirst.Enqueue(nudge, place);
        }
        else
        {
            _latestFirst.EnqueueDequeue(nudge, place);
        }
    }

    /// <summary>Soonest first; of one instant those first that came first.</summary>
    public IEnumerable<PreviewedNudge> InOrder() =>
        _latestFirst.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element);
}
