using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Today's remaining nudges, passed over.</summary>
internal static class RestOfDay
{
    private static readonly LocalTime LastSecond = new(23, 59, 59);

    /// <summary>Nothing more today: the single reminders that were asked for before this are over too.</summary>
    public static void NotToday(Talk talk)
    {
        Cancel(talk, "not today");
        PassOver(talk, _ => true);
        var tomorrow = Tomorrow(talk);
        talk.Person = talk.Person with { Schedules = [.. talk.Person.Schedules.Select(schedule => WithoutOneOff(schedule, talk.ZoneOrUtc, tomorrow))] };
    }

    /// <summary>
    /// What waits is answered by the walk; where the day has now as many walks as it asks for, what is still to be planned rests too.
    /// </summary>
    /// <param name="talk">The turn.</param>
    /// <param name="walks">The walks that are being noted.</param>
    public static void Walked(Talk talk, int walks)
    {
        Cancel(talk, "walked");
        var today = talk.LocalNow.Date;
        if (talk.Facts.Last84Days.Where(day => day.Date == today).Sum(day => day.Walks) + walks >= talk.Person.WalksAsked(today.DayOfWeek))
        {
            PassOver(talk, kind => kind == NudgeKind.Walk);
        }
    }

    private static void PassOver(Talk talk, Func<NudgeKind, bool> which)
    {
        var end = talk.LocalNow.Date.At(LastSecond);
        talk.Person = talk.Person with
        {
            Schedules = [.. talk.Person.Schedules.Select(schedule => which(schedule.Kind) ? Spent.FromNow(schedule, end) : schedule)],
        };
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
