using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>When the clock speaks next, for a person as they stand.</summary>
public static class Planning
{
    /// <summary>
    /// The next slot of a schedule, or null while nothing is planned: no zone, stopped, leaving, nowhere to send, or used up.
    /// A pause passes its slots over.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="schedule">One of their schedules.</param>
    /// <param name="zones">Zone data.</param>
    /// <param name="now">The first slot strictly later than this.</param>
    public static PlannedSlot? Next(Person person, Schedule schedule, IDateTimeZoneProvider zones, Instant now)
    {
        if (person.Standing is Standing.Stopped or Standing.Leaving || person.NudgeAt is null || ZoneOf(person, zones) is not { } zone)
        {
            return null;
        }

        // The pause ends with the instant Until, which is itself free.
        var after = person.Standing is Standing.Paused paused ? Instant.Max(now, paused.Until - Duration.Epsilon) : now;
        return schedule.Next(zone, after);
    }

    /// <summary>The next slots of all schedules of a person, soonest first.</summary>
    public static IReadOnlyList<PlannedSlot> Upcoming(Person person, IDateTimeZoneProvider zones, Instant now, int most)
    {
        var upcoming = new List<PlannedSlot>();
        foreach (var schedule in person.Schedules)
        {
            var after = now;
            for (var i = 0; i < most && Next(person, schedule, zones, after) is { } slot; i++)
            {
                upcoming.Add(slot);
                after = slot.Due;
            }
        }

        return [.. upcoming.OrderBy(slot => slot.Due).Take(most)];
    }

    /// <summary>The person's zone, if they have one that the zone data knows.</summary>
    public static DateTimeZone? ZoneOf(Person person, IDateTimeZoneProvider zones) =>
        person.Zone is null ? null : zones.GetZoneOrNull(person.Zone);
}
