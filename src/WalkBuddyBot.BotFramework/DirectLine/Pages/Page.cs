using System.Collections.Concurrent;
using System.Threading.Channels;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.DirectLine.Pages;

/// <summary>
/// One open page's bell and letterbox. The bell only says that there is something to read: what is to be shown is read from the
/// transcript, so rings may merge and none carries anything. The letterbox holds what passes without being kept, such as "is typing".
/// </summary>
internal sealed class Page : IDisposable
{
    private const int MostPassing = 32;

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _bell =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentQueue<BotActivity> _passing = new();
    private readonly ITimer _later;
    private readonly Lock _gate = new();
    private long _known;

    public Page(TimeProvider time)
    {
        _later = time.CreateTimer(_ => Ring(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Ring();
    }

    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>Rings in a second: the transcript could not be read just now.</summary>
    public void RingLater() => _later.Change(Later, Timeout.InfiniteTimeSpan);

    /// <summary>It shows all up to here, or is about to.</summary>
    /// <returns>Whether that was news.</returns>
    public bool Know(long watermark)
    {
        lock (_gate)
        {
            var news = watermark > _known;
            _known = news ? watermark : _known;
            return news;
        }
    }

    /// <summary>Rings, once, where the transcript is further than the page.</summary>
    public void RingBehind(long watermark)
    {
        if (Know(watermark))
        {
            Ring();
        }
    }

    /// <summary>A page too slow for what passes misses some of it.</summary>
    public void Pass(BotActivity activity)
    {
        if (_passing.Count < MostPassing)
        {
            _passing.Enqueue(activity);
        }

        Ring();
    }

    public async Task WaitAsync(CancellationToken cancellationToken) => await _bell.Reader.ReadAsync(cancellationToken);

    public IReadOnlyList<BotActivity> TakePassing()
    {
        var taken = new List<BotActivity>();
        while (_passing.TryDequeue(out var activity))
        {
            taken.Add(activity);
        }

        return taken;
    }

    public void Dispose() => _later.Dispose();
}
