using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Today's remaining nudges, passed over.</summary>
internal static class RestOfDay
{
    private static readonly LocalTime LastSecond = new(23, 59, 59);

    /// <summary>Drops what waits for today and passes over what is still to be planned for it.</summary>
    public static void Skip(Talk talk, string reason)
    {
        Cancel(talk, reason);
        var end = talk.LocalNow.Date.At(LastSecond);
        talk.Person = talk.Person with { Schedules = [.. talk.Person.Schedules.Select(schedule => Spent.FromNow(schedule, end))] };
    }

    /// <summary>Nothing more today: the single reminders that were asked for before this are over too.</summary>
    public static void NotToday(Talk talk)
    {
        Skip(talk, "not today");
        var tomorrow = Tomorrow(talk);
        talk.Person = talk.Person with { Schedules = [.. talk.Person.Schedules.Select(schedule => WithoutOneOff(schedule, talk.ZoneOrUtc, tomorrow))] };
    }

    /// <summary>A walk answers one nudge: where the day holds only that one it is done; where more were asked for, they come.</summary>
    public static void Walked(Talk talk)
    {
        if (talk.Person.Schedules.Sum(schedule => Ceiling.On(schedule.When, talk.LocalNow.DayOfWeek)) > 1)
        {
            Cancel(talk, "walked");
            return;
        }

        Skip(talk, "walked");
    }

    private static void Cancel(Talk talk, string reason)
    {
        talk.Do(new Effect.CancelWaiting(reason, Tomorrow(talk)));
    }

    private static Instant Tomorrow(Talk talk) => talk.ZoneOrUtc.AtStartOfDay(talk.LocalNow.Date.PlusDays(1)).ToInstant();

    private static Schedule WithoutOneOff(Schedule schedule, DateTimeZone zone, Instant tomorrow) => schedule.When switch
    {
        Recurrence.Once(var at) when zone.AtLeniently(at).ToInstant() < tomorrow => schedule with { DoneThrough = at },
        Recurrence.After(var at) when at < tomorrow => schedule with { DoneThrough = at.InUtc().LocalDateTime },
        _ => schedule,
    };
}
