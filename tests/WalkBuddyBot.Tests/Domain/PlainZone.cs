using NodaTime;
using NodaTime.TimeZones;

namespace WalkBuddyBot.Tests.Domain;

/// <summary>
/// The slow reading of a zone around one moment, written without the mapping that the rule uses: a local time is what the clock on the
/// wall shows, so look at every stretch of time with one offset and see when it shows it.
/// </summary>
internal sealed class PlainZone(DateTimeZone zone, Instant around)
{
    private readonly List<ZoneInterval> _stretches =
    [
        .. zone.GetZoneIntervals(around - Duration.FromDays(10), around + Duration.FromDays(10)),
    ];

    public List<(LocalDateTime At, Instant Due)> Slots(LocalTime time, Instant after, Instant before)
    {
        var slots = new List<(LocalDateTime, Instant)>();
        var date = after.InUtc().Date.PlusDays(-3);
        for (; date <= before.InUtc().Date.PlusDays(3); date = date.PlusDays(1))
        {
            var local = date.At(time);
            if (When(local) is { } due && due > after && due < before)
            {
                slots.Add((local, due));
            }
        }

        return slots;
    }

    private Instant? When(LocalDateTime local)
    {
        var shown =
            _stretches.Where(stretch => Contains(stretch, Reading(local, stretch))).Select(stretch => Reading(local, stretch)).ToList();
        if (shown.Count > 0)
        {
            return shown.Min();
        }

        // Never on the wall. If the date was there at all, the first moment at which the wall shows something later.
        var dateWasThere = _stretches.Any(stretch =>
            Start(stretch) < Instant.Min(Reading(local.Date.PlusDays(1).AtMidnight(), stretch), End(stretch))
            && Instant.Max(Reading(local.Date.AtMidnight(), stretch), Start(stretch)) < End(stretch)
            && Reading(local.Date.AtMidnight(), stretch) < End(stretch)
            && Reading(local.Date.PlusDays(1).AtMidnight(), stretch) > Start(stretch));
        return dateWasThere ? _stretches.First(stretch => stretch.HasStart && Shows(stretch.Start, stretch) > local).Start : null;
    }

    private static Instant Reading(LocalDateTime local, ZoneInterval stretch) => local.WithOffset(stretch.WallOffset).ToInstant();

    private static LocalDateTime Shows(Instant moment, ZoneInterval stretch) => moment.WithOffset(stretch.WallOffset).LocalDateTime;

    private static bool Contains(ZoneInterval stretch, Instant moment) => moment >= Start(stretch) && moment < End(stretch);

    private static Instant Start(ZoneInterval stretch) => stretch.HasStart ? stretch.Start : Instant.MinValue;

    private static Instant End(ZoneInterval stretch) => stretch.HasEnd ? stretch.End : Instant.MaxValue;
}
