using System.Threading.Channels;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>
/// What is to be told to the other nodes: the first at once, what follows about every 20 ms in one go, each conversation once.
/// </summary>
internal sealed class BellQueue(TimeProvider time)
{
    // What comes while the database is away is not kept for later: by then each node has looked for itself.
    private const int MostRings = 10_000;
    private const int MostPassing = 256;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly Channel<bool> _some =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private HashSet<string> _rings = new(StringComparer.Ordinal);
    private List<Rung> _passing = [];
    private long? _taken;

    public void Ring(string conversation)
    {
        lock (_gate)
        {
            if (_rings.Count < MostRings)
            {
                _rings.Add(conversation);
            }

            _some.Writer.TryWrite(true);
        }
    }

    public void Pass(string conversation, BotActivity activity)
    {
        lock (_gate)
        {
            if (_passing.Count < MostPassing)
            {
                _passing.Add(new(conversation, activity));
            }

            _some.Writer.TryWrite(true);
        }
    }

    /// <summary>Takes back what could not be told.</summary>
    public void Return(IReadOnlyList<Rung> rungs)
    {
        foreach (var rung in rungs)
        {
            if (rung.Passing is { } activity)
            {
                Pass(rung.Conversation, activity);
            }
            else
            {
                Ring(rung.Conversation);
            }
        }
    }

    /// <summary>Waits for the next, and takes all there is.</summary>
    public async Task<IReadOnlyList<Rung>> TakeAsync(CancellationToken cancellationToken)
    {
        await _some.Reader.WaitToReadAsync(cancellationToken);
        if (_taken is { } before && Between - time.GetElapsedTime(before) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellationToken);
        }

        _taken = time.GetTimestamp();
        lock (_gate)
        {
            _some.Reader.TryRead(out _);
            List<Rung> taken = [.. _passing, .. _rings.Select(conversation => new Rung(conversation))];
            _rings = new(StringComparer.Ordinal);
            _passing = [];
            return taken;
        }
    }
}
