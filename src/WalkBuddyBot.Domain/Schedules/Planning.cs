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
    public static IReadOnlyList<PlannedSlot> Upcoming(Person person, IDateTimeZoneProvider zones, Instant now, int most) =>
        Upcoming(new PersonFacts(person, Last84Days: [], Nudges30Days: []), zones, now, most);

    /// <summary>
    /// The same with what is known of walks and of the ledger: what was put off comes too, and a day that has had its walk or its most
    /// rests.
    /// </summary>
    public static IReadOnlyList<PlannedSlot> Upcoming(PersonFacts facts, IDateTimeZoneProvider zones, Instant now, int most) =>
    [
        .. Foresight.Of(facts, Gates.OfPerson(zones), zones, now, passed: false)
            .Take(MostLooked).Where(slot => slot.HeldBy is null).Take(most).Select(slot => slot.Slot),
    ];

    /// <summary>The person's zone, if they have one that the zone data knows.</summary>
    public static DateTimeZone? ZoneOf(Person person, IDateTimeZoneProvider zones) =>
        person.Zone is null ? null : zones.GetZoneOrNull(person.Zone);
}
