using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>What one run through the door did, counted from all its lanes at once.</summary>
internal sealed class Tally
{
    private int _sent;
    private int _dropped;
    private int _putBack;
    private int _unsettled;
    private volatile bool _broken;

    public void Add(Outgoing row)
    {
        switch (row.State)
        {
            case OutgoingState.Sent:
                Interlocked.Increment(ref _sent);
                break;
            case OutgoingState.Dropped:
                Interlocked.Increment(ref _dropped);
                break;
            case OutgoingState.Waiting or OutgoingState.Leased:
                Interlocked.Increment(ref _putBack);
                break;
            case OutgoingState.Uncertain or OutgoingState.Failed:
                Interlocked.Increment(ref _unsettled);
                break;
        }
    }

    public void Dropped(int rows) => Interlocked.Add(ref _dropped, rows);

    /// <summary>Something went wrong on our side.</summary>
    public void Broke() => _broken = true;

    public TickResult Result => new(Planned: 0, _sent, _dropped, _putBack, _unsettled, Whole: !_broken);
}
