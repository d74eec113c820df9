using System.Threading.Channels;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.DirectLine.Turns;

/// <summary>
/// What waits to be run: one after another within a conversation, conversations in turn. It is a convenience over the inbox, which is the
/// truth, so a full one takes no more and forgets nothing.
/// </summary>
internal sealed class TurnLanes(int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<BotActivity>> _lanes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Channel<string> _ready = Channel.CreateUnbounded<string>();

    /// <summary>False when full. One that waits or runs already is not added again.</summary>
    public bool TryAdd(BotActivity activity)
    {
        var (lane, key) = Names(activity);
        lock (_gate)
        {
            if (_keys.Contains(key))
            {
                return true;
            }

            if (_keys.Count >= most)
            {
                return false;
            }

            _keys.Add(key);
            if (_lanes.TryGetValue(lane, out var waiting))
            {
                waiting.Enqueue(activity);
                return true;
            }

            _lanes[lane] = new Queue<BotActivity>([activity]);
        }

        _ready.Writer.TryWrite(lane);
        return true;
    }

    /// <summary>The next to run. Its lane stands still until it is <see cref="Done"/>.</summary>
    public async Task<BotActivity> NextAsync(CancellationToken cancellationToken)
    {
        var lane = await _ready.Reader.ReadAsync(cancellationToken);
        lock (_gate)
        {
            return _lanes[lane].Peek();
        }
    }

    public void Done(BotActivity activity)
    {
        var (lane, key) = Names(activity);
        lock (_gate)
        {
            _keys.Remove(key);
            var waiting = _lanes[lane];
            waiting.Dequeue();
            if (waiting.Count == 0)
            {
                _lanes.Remove(lane);
                return;
            }
        }

        _ready.Writer.TryWrite(lane);
    }

    private static (string Lane, string Key) Names(BotActivity activity) => (
        activity.Conversation?.Id ?? throw new ArgumentException("An activity to run names its conversation.", nameof(activity)),
        activity.Key ?? throw new ArgumentException("An activity to run has an id.", nameof(activity)));
}
