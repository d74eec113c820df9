using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>The hours and the quiet hours that a person set bind everything. There are none by default.</summary>
internal sealed class HoursGate(IDateTimeZoneProvider zones) : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now)
    {
        var person = facts.Person;
        return person.HoursAgainst(now.InZone(person.ZoneOrUtc(zones)).TimeOfDay) is { } reason ? new Verdict.Drop(reason) : null;
    }
}
