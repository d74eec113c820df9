using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>How many walks a day asks for.</summary>
public static class DayOfWalks
{
    private const int DaysPerWeek = 7;

    /// <summary>
    /// The walks after which a day's reminders rest: the plan's share of a day, and at least one for each reminder of that day, since a
    /// walk answers one reminder.
    /// </summary>
    public static int WalksAsked(this Person person, IsoDayOfWeek day)
    {
        // Five walks a week are one on a day that has one; ten are two.
        var share = Math.Max(1, (person.Plan.WalksPerWeek + DaysPerWeek - 1) / DaysPerWeek);
        var reminders = person.Schedules.Where(schedule => schedule.Kind == NudgeKind.Walk).Sum(schedule => schedule.When.CountOn(day));
        return Math.Max(share, reminders);
    }
}
