using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>When the clock speaks next, for a person as they stand.</summary>
public static class Planning
{
    // A week of the fullest days there can be: where the hours keep all of it back, nothing comes.
    private const int MostLooked = 600;

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

    /// <summary>
    /// What will come, soonest first: the next slots of all schedules, without those that the person's own hours keep back, and of two
    /// of a kind within five minutes the first alone, as the gates will have it.
    /// </summary>
    public static IReadOnlyList<PlannedSlot> Upcoming(Person person, IDateTimeZoneProvider zones, Instant now, int most)
    {
        if (most < 1 || ZoneOf(person, zones) is not { } zone)
        {
            return [];
        }

        // The earliest of all schedules again and again; the same schedule goes on after the slot it gave.
        var queue = new PriorityQueue<(Schedule Schedule, PlannedSlot Slot), (Instant Due, int Place)>();
        foreach (var schedule in person.Schedules)
        {
            Enqueue(schedule, now);
        }

        var upcoming = new List<PlannedSlot>(most);
        var last = new Dictionary<NudgeKind, Instant>();
        for (var looked = 0; looked < MostLooked && upcoming.Count < most && queue.TryDequeue(out var next, out _); looked++)
        {
            var due = next.Slot.Due;
            Enqueue(next.Schedule, due);
            var twin = last.TryGetValue(next.Schedule.Kind, out var before) && due - before <= TwinGate.Near;
            if (!twin && person.HoursAgainst(due.InZone(zone).TimeOfDay) is null)
            {
                last[next.Schedule.Kind] = due;
                upcoming.Add(next.Slot);
            }
        }

        return upcoming;

        void Enqueue(Schedule schedule, Instant after)
        {
            if (Next(person, schedule, zones, after) is { } slot)
            {
                queue.Enqueue((schedule, slot), (slot.Due, person.Schedules.IndexOf(schedule)));
            }
        }
    }

    /// <summary>The person's zone, if they have one that the zone data knows.</summary>
    public static DateTimeZone? ZoneOf(Person person, IDateTimeZoneProvider zones) =>
        person.Zone is null ? null : zones.GetZoneOrNull(person.Zone);
}
