using NodaTime;
using NodaTime.Extensions;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>
/// The database's clock, which all nodes share: what it said last, and how long ago that is by a clock that nobody sets. So a node whose own
/// clock is wrong does as the others do. Before the database was asked for the first time it is the node's own.
/// </summary>
internal sealed class DatabaseClock(TimeProvider time) : IClock
{
    private const string Now = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";

    // An answer that took longer says too little.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    private volatile Anchor? _anchor;

    public Instant GetCurrentInstant() => _anchor is { } anchor
        ? anchor.At + Duration.FromTimeSpan(time.GetElapsedTime(anchor.Stamp))
        : time.GetUtcNow().ToInstant();

    /// <summary>Asks the database.</summary>
    public bool Ask(Session session)
    {
        var asked = time.GetTimestamp();
        var micros = session.Number(Now)!.Value;
        var answered = time.GetTimestamp();
        var took = time.GetElapsedTime(asked, answered);
        if (took > Longest && _anchor is not null)
        {
            return false;
        }

        // It was that time half way there and back.
        _anchor = new(Instant.FromUnixTimeTicks(micros * 10) + Duration.FromTimeSpan(took / 2), answered);
        return true;
    }

    private sealed record Anchor(Instant At, long Stamp);
}
