using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>
/// Permits from one row a lane: the row says when the next one is free, each permit moves it on by one interval. Unused time is lost but
/// for <see cref="PaceOptions.AtOnce"/>, so that no quiet minute is made up for in a burst.
/// </summary>
internal sealed class PaceStore(IStore store, PaceOptions options, IClock clock) : IPace
{
    // No permit and no Retry-After reaches further ahead than this: a row that does was written before the clock was set back.
    private static readonly Duration FurthestAhead = Duration.FromMinutes(65);

    public Task<int> TakeAsync(string lane, int most, CancellationToken cancellationToken)
    {
        var rate = options.PerSecond(lane);
        return rate > 0
            ? store.WriteAsync(WorkClass.Dispatch, session => Take(session, lane, most, rate), cancellationToken)
            : store.ReadAsync(session => FreeAt(session, lane) > Now ? 0 : most, cancellationToken);
    }

    public Task HoldAsync(string lane, Duration retryAfter, CancellationToken cancellationToken) => store.WriteAsync(
        WorkClass.Dispatch,
        session => Move(session, lane, Math.Max(FreeAt(session, lane), Now + (long)retryAfter.TotalTicks)),
        cancellationToken);

    private long Now => clock.GetCurrentInstant().ToUnixTimeTicks();

    private int Take(Session session, string lane, int most, double rate)
    {
        var now = Now;
        var free = Math.Max(FreeAt(session, lane), now - (long)options.AtOnce.TotalTicks);
        if (free > now)
        {
            return 0;
        }

        var interval = NodaConstants.TicksPerSecond / rate;
        var permits = (int)Math.Min(most, Math.Floor((now - free) / interval) + 1);
        Move(session, lane, free + (long)Math.Ceiling(permits * interval));
        return permits;
    }

    private long FreeAt(Session session, string lane) =>
        session.Number("SELECT free_at FROM pace WHERE lane = @lane", ("@lane", lane)) is { } free
            && free <= Now + (long)FurthestAhead.TotalTicks
            ? free
            : long.MinValue;

    private static int Move(Session session, string lane, long to) => session.Run(
        "INSERT INTO pace (lane, free_at) VALUES (@lane, @to) ON CONFLICT (lane) DO UPDATE SET free_at = excluded.free_at",
        ("@lane", lane),
        ("@to", to));
}
