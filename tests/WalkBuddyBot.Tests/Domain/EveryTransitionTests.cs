using System.Collections.Concurrent;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

/// <summary>The law of daily slots, over every zone there is and every clock change from 2000 to 2037.</summary>
public sealed class EveryTransitionTests
{
    private static readonly Instant First = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2038, 1, 1, 0, 0);
    private static readonly Duration Around = Duration.FromDays(3);

    [Fact]
    public void Daily_slots_are_what_a_plain_reading_of_the_zone_says()
    {
        var mistakes = new ConcurrentBag<string>();
        var checkedSlots = 0;

        Parallel.ForEach(DateTimeZoneProviders.Tzdb.Ids, id =>
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            foreach (var change in zone.GetZoneIntervals(First, Last).Skip(1))
            {
                foreach (var time in TimesAround(zone, change.Start))
                {
                    Interlocked.Add(ref checkedSlots, Check(zone, change.Start, time, mistakes));
                }
            }
        });

        Assert.Empty(mistakes.Take(10));
        Assert.True(checkedSlots > 500_000, $"Only {checkedSlots} slots were looked at.");
    }

    private static int Check(DateTimeZone zone, Instant change, LocalTime time, ConcurrentBag<string> mistakes)
    {
        var from = change - Around;
        var expected = new PlainZone(zone, change).Slots(time, from, change + Around);
        var schedule = new Schedule(
            new ScheduleId(DerivedId.From("schedule", "law")), NudgeKind.Walk, Recurrence.Weekly.At(EveryDay, time),
            LocalDateTime.MinIsoValue);

        // Walked with the slots marked as done, as the planner does.
        var after = from;
        foreach (var (at, due) in expected)
        {
            var slot = schedule.Next(zone, after);
            if (slot is null || slot.Slot.At != at || slot.Due != due || slot.Due <= after)
            {
                mistakes.Add($"{zone.Id} {time} after {after}: expected {at} at {due}, found {slot?.Slot.At} at {slot?.Due}");
                return 0;
            }

            after = slot.Due;
            schedule = schedule with { DoneThrough = slot.Slot.At };
        }

        return expected.Count;
    }

    private static readonly IsoDayOfWeek[] EveryDay =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
        IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    // Just before, at, within and just after the hours that are missing or repeat, and a time that has nothing to do with them.
    private static IEnumerable<LocalTime> TimesAround(DateTimeZone zone, Instant change)
    {
        var before = (change - Duration.Epsilon).InZone(zone).LocalDateTime.PlusNanoseconds(1);
        var after = change.InZone(zone).LocalDateTime;
        var (early, late) = before < after ? (before, after) : (after, before);
        var middle = early.PlusSeconds(Period.Between(early, late, PeriodUnits.Seconds).Seconds / 2);
        LocalDateTime[] times = [early.PlusMinutes(-1), early, middle, late.PlusMinutes(-1), late, late.PlusMinutes(1)];
        return times.Select(local => local.TimeOfDay).Append(new LocalTime(12, 0)).Distinct();
    }
}
