using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>
/// Who has walked today what the plan asks of a day, and as often as they asked to be reminded that day, is not asked again, unless by
/// their own snooze or one-off.
/// </summary>
internal sealed class WalkedGate(IDateTimeZoneProvider zones) : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now)
    {
        if (nudge.Nudge is not { Slot.Again: 0 } planned || planned.Kind != NudgeKind.Walk || facts.IsOneOff(planned))
        {
            return null;
        }

        var today = now.InZone(facts.Person.ZoneOrUtc(zones)).Date;
        var walks = facts.Last84Days.Where(day => day.Date == today).Sum(day => day.Walks);
        return walks >= facts.Person.WalksAsked(today.DayOfWeek) ? new Verdict.Drop(DropReasons.Walked) : null;
    }
}
