using System.Threading.Channels;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>
/// What waits to be run: one after another within a conversation, conversations in turn. It is a convenience over the inbox, which is the
/// truth, so a full one takes no more and forgets nothing. One conversation alone cannot fill it.
/// </summary>
internal sealed class TurnLanes(int most, int mostInLane)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Turn>> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Turn> _keys = new(StringComparer.Ordinal);
    private readonly Channel<string> _ready = Channel.CreateUnbounded<string>();
    private bool _closed;

    /// <summary>The turn of an activity: the one that waits or runs already, else a new one. Null when full or closed.</summary>
    public Turn? Take(BotActivity activity, Instant since)
    {
        var (lane, key) = Names(activity);
        Turn turn;
        lock (_gate)
        {
            if (_keys.TryGetValue(key, out var same))
            {
                return same;
            }

            _lanes.TryGetValue(lane, out var waiting);
            if (_closed || _keys.Count >= most || waiting?.Count >= mostInLane)
            {
                return null;
            }

            _keys[key] = turn = new Turn(activity, since);
            if (waiting is not null)
            {
                waiting.Enqueue(turn);
                return turn;
            }

            _lanes[lane] = new Queue<Turn>([turn]);
        }

        _ready.Writer.TryWrite(lane);
        return turn;
    }

    /// <summary>The next to run. Its lane stands still until it is <see cref="Done"/>.</summary>
    public async Task<Turn> NextAsync(CancellationToken cancellationToken)
    {
        var lane = await _ready.Reader.ReadAsync(cancellationToken);
        lock (_gate)
        {
            return _lanes[lane].Peek();
        }
    }

    public void Done(Turn turn)
    {
        var (lane, key) = Names(turn.Activity);
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

    /// <summary>Takes no more; what has not begun is left to the inbox, and whoever waits for it is told so.</summary>
    public void Close()
    {
        Turn[] waiting;
        lock (_gate)
        {
            _closed = true;
            waiting = [.. _keys.Values];
        }

        foreach (var turn in waiting.Where(turn => !turn.Began))
        {
            turn.End(new TurnResult.Left());
        }
    }

    private static (string Lane, string Key) Names(BotActivity activity) => (
        activity.Conversation?.Id is { } id
            ? $"{activity.ChannelId}|{id}"
            : throw new ArgumentException("An activity to run names its conversation.", nameof(activity)),
        activity.Key ?? throw new ArgumentException("An activity to run has an id.", nameof(activity)));
}
