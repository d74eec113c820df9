using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Wording;

/// <summary>The last line of a nudge: why it came, and when the next one does.</summary>
internal sealed class FooterWords(IPhrases phrases, IDateTimeZoneProvider zones)
{
    public string Say(Nudge nudge, PersonFacts facts, Instant now)
    {
        var person = facts.Person;
        var zone = person.ZoneOrUtc(zones);
        var schedule = facts.ScheduleOf(nudge);
        var next = schedule is not null && Domain.Planning.Upcoming(person with { Schedules = [schedule] }, zones, now, 1) is [var slot] ? slot : null;
        var why = Why(nudge, schedule, zone, person.Language);
        return next is null ? why : $"{why} {phrases.Say("nudge.next", person.Language, ("moment", SpokenTime.Moment(next.Due, zone)))}";
    }

    private string Why(Nudge nudge, Schedule? schedule, DateTimeZone zone, string language) => schedule is null || nudge.Slot.Again > 0
        ? phrases.Say("nudge.footer-again", language)
        : phrases.Say("nudge.footer", language, ("when", SpokenWish.Of(schedule.When, zone)), ("zone", zone.Id));
}
