using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>
/// Whether an operator holds the nudges. Asked before each batch, and the memory at most twice a second: a batch costs no more for it, and
/// nothing begins later than a second after the word was given.
/// </summary>
internal sealed class HoldWatch(INudgeHold hold, NudgeMeters meters, TimeProvider time)
{
    private const int Batch = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);
    private volatile Answer? _last;

    public async ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetElapsedTime(last.At) < Fresh)
        {
            return last.Held;
        }

        var at = time.GetTimestamp();
        var held = await hold.SinceAsync(cancellationToken) is not null;
        _last = new(held, at);
        meters.Held = held;
        return held;
    }

    /// <summary>Drops and counts what came too late while it was held.</summary>
    public async Task<int> DropLateAsync(CancellationToken cancellationToken)
    {
        var dropped = 0;
        IReadOnlyList<Outgoing> rows;
        do
        {
            rows = await hold.DropLateAsync(Batch, cancellationToken);
            foreach (var row in rows)
            {
                meters.Dropped(row);
            }

            dropped += rows.Count;
        }
        while (rows.Count == Batch);

        return dropped;
    }

    private sealed record Answer(bool Held, long At);
}
