using NodaTime;
using NodaTime.Extensions;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>
/// The database's clock, which all nodes share: what it said last, and how long ago that is by a clock that nobody sets. So a node whose
/// own clock is wrong does as the others do. Before the database was asked for the first time it is the node's own.
/// </summary>
internal sealed class DatabaseClock(TimeProvider time) : IClock
{
    private const string Now = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";

    // When in its time the database looked at its clock nobody knows: an answer that took this long is still as good as any.
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(10);

    // A slow answer is better than one that is old: the two clocks part by less than a millisecond a second.
    private const double Parting = 0.001;

    private volatile Anchor? _anchor;

    public Instant GetCurrentInstant() => _anchor is { } anchor
        ? anchor.At + Duration.FromTimeSpan(time.GetElapsedTime(anchor.Stamp))
        : time.GetUtcNow().ToInstant();

    /// <summary>Asks the database; false when the answer is worse than the one before.</summary>
    public bool Ask(Session session)
    {
        var asked = time.GetTimestamp();
        var micros = session.Number(Now)!.Value;
        var answered = time.GetTimestamp();
        var took = time.GetElapsedTime(asked, answered);
        if (_anchor is { } known && took > Quick && took > known.Took + (time.GetElapsedTime(known.Stamp, answered) * Parting))
        {
            return false;
        }

        // It was that time half way there and back.
        _anchor = new(Instant.FromUnixTimeTicks(micros * 10) + Duration.FromTimeSpan(took / 2), answered, took);
        return true;
    }

    private sealed record Anchor(Instant At, long Stamp, TimeSpan Took);
}
