using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>The hours and the quiet hours that a person set bind everything. There are none by default.</summary>
internal sealed class HoursGate(IDateTimeZoneProvider zones) : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now)
    {
        var person = facts.Person;
        var time = now.InZone(person.ZoneOrUtc(zones)).TimeOfDay;
        if (person.Fence is { } fence && !fence.Contains(time))
        {
            return new Verdict.Drop(DropReasons.Fence);
        }

        return person.Quiet is { } quiet && quiet.Contains(time) ? new Verdict.Drop(DropReasons.Quiet) : null;
    }
}
