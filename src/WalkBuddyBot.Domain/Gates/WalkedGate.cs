using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>Who has walked today what the plan asks of a day is not asked again, unless by their own snooze or one-off.</summary>
internal sealed class WalkedGate(IDateTimeZoneProvider zones) : IGate
{
    private const int DaysPerWeek = 7;

    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now)
    {
        if (nudge.Nudge is not { Slot.Again: 0 } planned || planned.Kind != NudgeKind.Walk || facts.IsOneOff(planned))
        {
            return null;
        }

        var today = now.InZone(facts.Person.ZoneOrUtc(zones)).Date;
        var walks = facts.Last84Days.Where(day => day.Date == today).Sum(day => day.Walks);
        return walks >= WalksADay(facts.Person.Plan) ? new Verdict.Drop(DropReasons.Walked) : null;
    }

    // Five walks a week are one on a day that has one; ten are two.
    private static int WalksADay(Plan plan) => Math.Max(1, (plan.WalksPerWeek + DaysPerWeek - 1) / DaysPerWeek);
}
