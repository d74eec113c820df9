using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What gates and composers read from a person's facts.</summary>
public static class Ledger
{
    /// <summary>The person's own zone; UTC while none is known.</summary>
    public static DateTimeZone ZoneOrUtc(this Person person, IDateTimeZoneProvider zones) =>
        Planning.ZoneOf(person, zones) ?? DateTimeZone.Utc;

    /// <summary>Whether the row went out, is on its way, or perhaps went out: all that a person may have seen.</summary>
    public static bool MayHaveBeenSeen(this Outgoing row) =>
        row.State is OutgoingState.Sent or OutgoingState.Sending or OutgoingState.Uncertain;

    /// <summary>
    /// Whether the person asked for just this one: "in 30 minutes", "tomorrow at noon". Such a wish was made with the day in view, so
    /// a walk already taken or a "not today" said of another reminder does not speak against it.
    /// </summary>
    public static bool IsOneOff(this PersonFacts facts, Nudge nudge) =>
        facts.ScheduleOf(nudge)?.When is Recurrence.Once or Recurrence.After;

    /// <summary>The schedule that asked; null when it was removed meanwhile.</summary>
    public static Schedule? ScheduleOf(this PersonFacts facts, Nudge nudge) =>
        facts.Person.Schedules.FirstOrDefault(schedule => schedule.Id == nudge.Slot.Schedule);

    /// <summary>The other nudges of the person's local date on which <paramref name="now"/> falls.</summary>
    internal static IEnumerable<Outgoing> OthersOfToday(this PersonFacts facts, Outgoing nudge, DateTimeZone zone, Instant now)
    {
        var today = now.InZone(zone).Date;
        return facts.Nudges30Days.Where(row => row.Nudge is not null && row.Id != nudge.Id && row.NotBefore.InZone(zone).Date == today);
    }
}
