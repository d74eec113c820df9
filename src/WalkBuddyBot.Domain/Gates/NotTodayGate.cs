using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>"Not today", said to one nudge, holds for the others of that date.</summary>
internal sealed class NotTodayGate(IDateTimeZoneProvider zones) : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now)
    {
        if (nudge.Nudge is not { } asked || facts.IsOneOff(asked))
        {
            return null;
        }

        var others = facts.OthersOfToday(nudge, facts.Person.ZoneOrUtc(zones), now);
        return others.Any(row => row.Nudge!.Answer == NudgeAnswer.NotToday) ? new Verdict.Drop(DropReasons.NotToday) : null;
    }
}
