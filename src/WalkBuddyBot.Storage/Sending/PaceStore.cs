using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>
/// Permits from one row a lane: the row says when the next one is free, each permit moves it on by one interval. Unused time is lost but
/// for <see cref="PaceOptions.AtOnce"/>, so that no quiet minute is made up for in a burst.
/// </summary>
internal sealed class PaceStore(IStore store, PaceOptions options, IClock clock) : IPace
{
    // No permit and no Retry-After reaches further ahead than this: a row that does was written before the clock was set back. They have a
    // row each, because an hour of waiting may be what a channel asked for, and never what the pace did.
    private static readonly Duration FurthestPermit = Duration.FromMinutes(1);
    private static readonly Duration FurthestHold = Duration.FromMinutes(65);

    private const string HoldPrefix = "hold:";

    public Task<int> TakeAsync(string lane, int most, CancellationToken cancellationToken)
    {
        var rate = options.PerSecond(lane);
        return rate > 0
            ? store.WriteAsync(WorkClass.Dispatch, session => Take(session, lane, most, rate), cancellationToken)
            : store.ReadAsync(session => FreeAt(session, lane) > Now ? 0 : most, cancellationToken);
    }

    public Task<Permits> ReserveAsync(string lane, int most, Duration ahead, CancellationToken cancellationToken)
    {
        var rate = options.PerSecond(lane);
        return rate > 0
            ? store.WriteAsync(WorkClass.Dispatch, session => Reserve(session, lane, most, rate, ahead), cancellationToken)
            : store.ReadAsync(session => Unpaced(session, lane, most), cancellationToken);
    }

    public Task HoldAsync(string lane, Duration retryAfter, CancellationToken cancellationToken) => store.WriteAsync(
        WorkClass.Dispatch,
        session => Move(session, HoldOf(lane), Math.Max(Held(session, HoldOf(lane)), Now + (long)retryAfter.TotalTicks)),
        cancellationToken);

    private long Now => clock.GetCurrentInstant().ToUnixTimeTicks();

    private int Take(Session session, string lane, int most, double rate)
    {
        var held = Held(session, lane);
        var now = Now;
        var free = Math.Max(held, now - (long)options.AtOnce.TotalTicks);
        if (free > now)
        {
            return 0;
        }

        var interval = NodaConstants.TicksPerSecond / rate;
        var permits = (int)Math.Min(most, Math.Floor((now - free) / interval) + 1);
        Move(session, lane, free + (long)Math.Ceiling(permits * interval));
        return permits;
    }

    // Each permit has its moment, so that what the way to it takes is not lost to the lane, and none is saved up.
    private Permits Reserve(Session session, string lane, int most, double rate, Duration ahead)
    {
        var held = Held(session, lane);
        var now = Now;
        var first = Math.Max(held, now);
        var apart = Duration.FromTicks(NodaConstants.TicksPerSecond / rate);
        var latest = now + (long)ahead.TotalTicks;
        if (first > latest)
        {
            return new Permits(Count: 0, Duration.FromTicks(first - latest), apart);
        }

        Move(session, lane, first + (long)Math.Ceiling(most * apart.TotalTicks));
        return new Permits(most, Duration.FromTicks(first - now), apart);
    }

    private Permits Unpaced(Session session, string lane, int most)
    {
        var (free, now) = (FreeAt(session, lane), Now);
        return free > now
            ? new Permits(Count: 0, Duration.FromTicks(free - now), Duration.Zero)
            : new Permits(most, Duration.Zero, Duration.Zero);
    }

    // The clock is asked only once the row is held: waiting for another node takes time.
    private long Held(Session session, string lane)
    {
        if (session.ForUpdate.Length > 0)
        {
            session.Run("INSERT INTO pace (lane, free_at) VALUES (@lane, 0) ON CONFLICT DO NOTHING", ("@lane", lane));
        }

        return FreeAt(session, lane, session.ForUpdate);
    }

    private long FreeAt(Session session, string lane, string held = "")
    {
        var rows = session.All(
            $"SELECT lane, free_at FROM pace WHERE lane IN (@lane, @hold) {held}",
            row => (IsHold: IsHold(row.GetString(0)), At: row.GetInt64(1)),
            ("@lane", lane),
            ("@hold", HoldOf(lane)));
        var now = Now;
        return rows.Where(row => row.At <= now + (long)(row.IsHold ? FurthestHold : FurthestPermit).TotalTicks)
            .Select(row => row.At).DefaultIfEmpty(long.MinValue).Max();
    }

    private static string HoldOf(string lane) => IsHold(lane) ? lane : HoldPrefix + lane;

    private static bool IsHold(string lane) => lane.StartsWith(HoldPrefix, StringComparison.Ordinal);

    private static int Move(Session session, string lane, long to) => session.Run(
        "INSERT INTO pace (lane, free_at) VALUES (@lane, @to) ON CONFLICT (lane) DO UPDATE SET free_at = excluded.free_at",
        ("@lane", lane),
        ("@to", to));
}
