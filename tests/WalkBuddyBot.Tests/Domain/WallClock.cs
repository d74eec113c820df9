using NodaTime;

namespace WalkBuddyBot.Tests.Domain;

/// <summary>
/// A clock on a wall, watched minute by minute: which minutes it showed, when it first did, and which it jumped over. The oracle of the slot
/// rule: it asks for no mapping of a local time and knows no schedule.
/// </summary>
internal sealed class WallClock
{
    private readonly List<WallDay> _days = [];

    private WallClock()
    {
    }

    /// <summary>The days it showed, each with its minutes and the instant that is a minute's own, in the order of the clock.</summary>
    public IReadOnlyList<WallDay> Days => _days;

    public static WallClock Watch(DateTimeZone zone, Instant from, Instant to)
    {
        var wall = new WallClock();
        var stretch = zone.GetZoneInterval(from);
        LocalDateTime? highest = null;
        for (var at = from; at < to; at += Duration.FromMinutes(1))
        {
            if (stretch.HasEnd && at >= stretch.End)
            {
                stretch = zone.GetZoneInterval(at);
            }

            var shows = at.WithOffset(stretch.WallOffset).LocalDateTime;
            if (highest is { } before && shows > before.PlusMinutes(1))
            {
                wall.Jumped(before.PlusMinutes(1), shows, at);
            }

            // What the wall showed before, it shows again: the first time was the one.
            if (highest is null || shows > highest)
            {
                wall.Add(shows, at);
                highest = shows;
            }
        }

        return wall;
    }

    // A minute that was jumped over belongs to the moment of the jump, unless the jump took its whole day.
    private void Jumped(LocalDateTime first, LocalDateTime end, Instant at)
    {
        for (var minute = first; minute < end; minute = minute.PlusMinutes(1))
        {
            var dayWasThere = minute.Date.AtMidnight() < first || end < minute.Date.PlusDays(1).AtMidnight();
            if (dayWasThere)
            {
                Add(minute, at);
            }
        }
    }

    private void Add(LocalDateTime minute, Instant at)
    {
        if (_days.Count == 0 || _days[^1].Date != minute.Date)
        {
            _days.Add(new(minute.Date, []));
        }

        _days[^1].Minutes.Add(((minute.Hour * 60) + minute.Minute, at));
    }
}

/// <summary>A day on the wall.</summary>
/// <param name="Date">Its date.</param>
/// <param name="Minutes">Its minutes since midnight, and when each was.</param>
internal sealed record WallDay(LocalDate Date, List<(int Minute, Instant At)> Minutes);
