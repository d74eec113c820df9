using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>One-offs whose moment has passed, and recurring wishes that start afresh.</summary>
internal static class Spent
{
    /// <summary>Whether a one-off's moment is more than <paramref name="ago"/> behind.</summary>
    public static bool Long(Schedule schedule, DateTimeZone zone, Instant now, Duration ago) => schedule.When switch
    {
        Recurrence.Once once => once.At.InZoneLeniently(zone).ToInstant() + ago <= now,
        Recurrence.After after => after.At + ago <= now,
        _ => false,
    };

    /// <summary>Whether a one-off cannot come any more: its moment is behind, or it was left out.</summary>
    public static bool Over(Schedule schedule, DateTimeZone zone, Instant now) => Long(schedule, zone, now, Duration.Zero)
        || (!Recurs(schedule.When) && schedule.Next(zone, now) is null);

    /// <summary>Recurring wishes go on from now: what lies behind never comes as a backlog.</summary>
    public static Schedule FromNow(Schedule schedule, LocalDateTime now) =>
        Recurs(schedule.When) && schedule.DoneThrough < now ? schedule with { DoneThrough = now } : schedule;

    public static bool Recurs(Recurrence when) => when is Recurrence.Weekly or Recurrence.Every;
}
