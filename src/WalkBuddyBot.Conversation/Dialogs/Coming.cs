using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Changes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What comes next, and what holds it, in words.</summary>
internal static class Coming
{
    /// <summary>The next moment of all that lies ahead; null when nothing comes.</summary>
    public static string? Moment(Talk talk) =>
        Planning.Upcoming(talk.Known, talk.Zones, talk.Now, 1) is [var next] ? SpokenTime.Moment(next.Due, talk.ZoneOrUtc) : null;

    /// <summary>A sentence or two: what comes next and what the clocks do to it, or that nothing comes.</summary>
    public static string Next(Talk talk, int most = 1) =>
        Said(talk, Planning.Upcoming(talk.Known, talk.Zones, talk.Now, most)) ?? talk.Say("next.none");

    /// <summary>The same of some reminders alone, as they were asked for; null when none of them comes.</summary>
    public static string? Of(Talk talk, ImmutableArray<Schedule> schedules, int most) =>
        Said(talk, Planning.Upcoming(talk.Person with { Schedules = schedules }, talk.Zones, talk.Now, most));

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
        Standing.Paused held when talk.Now < held.Until => IsTomorrow(talk, held.Until)
            ? talk.Say("hold.paused-tomorrow", ("until", Until(talk, held.Until)))
            : talk.Say("hold.paused", ("until", Until(talk, held.Until))),
        Standing.Stopped => talk.Say("hold.stopped"),
        _ => null,
    };

    private static bool IsTomorrow(Talk talk, Instant until) =>
        until.InZone(talk.ZoneOrUtc).Date == talk.LocalNow.Date.PlusDays(1);

    private static string? Said(Talk talk, IReadOnlyList<PlannedSlot> slots)
    {
        if (slots.Count == 0)
        {
            return null;
        }

        var next = talk.Say("next.some", ("moments", SpokenTime.Moments(slots.Select(slot => At(talk, slot)))));
        return slots.FirstOrDefault(slot => slot.Shifted) is { } shifted ? $"{next} {Shifted(talk, shifted)}" : next;
    }

    private static string Shifted(Talk talk, PlannedSlot slot)
    {
        var (asked, comes) = (slot.Slot.At, At(talk, slot));
        var (day, clock) = (SpokenTime.Day(asked.Date), SpokenTime.Clock(asked.TimeOfDay));
        var time = asked.Date == comes.Date ? SpokenTime.Clock(comes.TimeOfDay) : SpokenTime.Moment(comes);
        return talk.Say("next.shifted", ("day", day), ("asked", clock), ("time", time));
    }

    private static LocalDateTime At(Talk talk, PlannedSlot slot) => slot.Due.InZone(talk.ZoneOrUtc).LocalDateTime;
}
