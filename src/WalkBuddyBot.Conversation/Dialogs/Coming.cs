using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Changes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What comes next, and what holds it, in words.</summary>
internal static class Coming
{
    /// <summary>The next moments of everything the person asked for; null when nothing comes.</summary>
    public static string? Moments(Talk talk, Person person, int most)
    {
        if (Planning.ZoneOf(person, talk.Zones) is not { } zone)
        {
            return null;
        }

        var upcoming = Planning.Upcoming(person, talk.Zones, talk.Now, most);
        return upcoming.Count == 0 ? null : SpokenTime.Moments(upcoming.Select(slot => slot.Due.InZone(zone).LocalDateTime));
    }

    /// <summary>One sentence: what comes next, or that nothing does.</summary>
    public static string Next(Talk talk, int most = 1) => Moments(talk, talk.Person, most) is { } moments
        ? talk.Say("next.some", ("moments", moments))
        : talk.Say("next.none");

    /// <summary>The reminders in words, or null when there are none that may still come.</summary>
    public static string? Wishes(Talk talk) => Listed.Words(talk, Listed.Of(talk));

    /// <summary>The end of a hold, in the person's zone, or in hours while no zone is known.</summary>
    public static string Until(Talk talk, Instant until) => talk.Zone is { } zone
        ? SpokenTime.End(until.InZone(zone).LocalDateTime)
        : SpokenTime.Moment(until, DateTimeZone.Utc) + " UTC";

    /// <summary>One sentence where reminders are held or off; null where they are on.</summary>
    public static string? Hold(Talk talk) => talk.Person.Standing switch
    {
        Standing.Paused { ByAlarm: true } held when talk.Now < held.Until => talk.Say("hold.alarm", ("until", Until(talk, held.Until))),
        Standing.Paused held when talk.Now < held.Until => talk.Say("hold.paused", ("until", Until(talk, held.Until))),
        Standing.Stopped => talk.Say("hold.stopped"),
        _ => null,
    };
}
