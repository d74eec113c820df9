using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>No more than so many a day, snoozes included, whatever asks.</summary>
internal sealed class CeilingGate(IDateTimeZoneProvider zones) : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now)
    {
        var sent = facts.OthersOfToday(nudge, facts.Person.ZoneOrUtc(zones), now).Count(row => row.MayHaveBeenSeen());
        return sent >= facts.Person.Plan.MostPerDay ? new Verdict.Drop(DropReasons.Ceiling) : null;
    }
}
