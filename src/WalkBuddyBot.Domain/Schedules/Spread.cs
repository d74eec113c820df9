using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>
/// Everybody's hours are full hours: where nobody named the minute, each person has a place of their own within the two minutes after
/// it, so that ten thousand rhythms do not ring in one second. It is added to the instant of sending, never to the time that is shown or
/// to the ledger's key.
/// </summary>
public static class Spread
{
    /// <summary>The farthest place.</summary>
    public static readonly Duration Most = Duration.FromSeconds(MostSeconds);

    private const int MostSeconds = 120;
    private const int SecondsPerMinute = 60;

    /// <summary>How long after its slot a nudge has its turn: nothing for a clock time or a one-off, which is kept to the minute.</summary>
    /// <param name="person">The person: all their rhythms keep one distance, and so their order.</param>
    /// <param name="when">The wish.</param>
    /// <param name="at">The slot's local time.</param>
    public static Duration Of(PersonId person, Recurrence when, LocalDateTime at)
    {
        if (when is not Recurrence.Every every)
        {
            return Duration.Zero;
        }

        // "Until five" ends with the last second of 17:00; what lay behind it would be outside the hours that were asked for.
        var seconds = DerivedId.Spread(person.Value, MostSeconds + 1);
        var left = (Period.Between(at.TimeOfDay, every.To, PeriodUnits.Seconds).Seconds) + SecondsPerMinute - 1;
        return Duration.FromSeconds(seconds <= left ? seconds : seconds % SecondsPerMinute);
    }

    /// <summary>The same of a row of the ledger; a snooze is an instant that was asked for.</summary>
    internal static Duration Of(PersonFacts facts, Outgoing row) =>
        row.Nudge is { Slot: { Again: 0 } slot } nudge && facts.ScheduleOf(nudge) is { } schedule
            ? Of(facts.Person.Id, schedule.When, slot.At) : Duration.Zero;
}
