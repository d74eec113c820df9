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
        var next = schedule is not null && Domain.Planning.Upcoming(person with { Schedules = [schedule] }, zones, now, 1) is [var slot]
            ? slot : null;
        var why = Why(nudge, schedule, zone, person.Language);
        why = IsFirstAfterPause(facts, nudge, now) ? $"{phrases.Say("nudge.pause-over", person.Language)} {why}" : why;
        return next is null ? why : $"{why} {phrases.Say("nudge.next", person.Language, ("moment", SpokenTime.Moment(next.Due, zone)))}";
    }

    // A pause ends by itself, and nothing is sent within it: the first reminder says that it is over.
    private static bool IsFirstAfterPause(PersonFacts facts, Nudge nudge, Instant now) =>
        facts.Person.Standing is Standing.Paused { ByAlarm: false } paused && paused.Until <= now
        && !facts.Nudges30Days.Any(row => row.Nudge is { } other && other.Slot != nudge.Slot && row.NotBefore >= paused.Until
            && row.MayHaveBeenSeen());

    private string Why(Nudge nudge, Schedule? schedule, DateTimeZone zone, string language) => schedule is null || nudge.Slot.Again > 0
        ? phrases.Say("nudge.footer-again", language)
        : phrases.Say("nudge.footer", language, ("when", SpokenWish.Of(schedule.When, zone)), ("zone", zone.Id));
}
