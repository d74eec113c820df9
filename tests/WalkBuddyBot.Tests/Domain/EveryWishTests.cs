using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

/// <summary>
/// The laws of slots for every kind of wish, over every clock change of every zone from 2000 to 2037: strictly later, one slot for a local
/// time, never one instant twice, a gap's first moment after it, an overlap's earlier, and none where the whole date is missing.
/// </summary>
public sealed class EveryWishTests
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full";
    private static readonly Instant First = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2038, 1, 1, 0, 0);
    private static readonly Duration Around = Duration.FromDays(2);
    private static readonly ImmutableArray<IsoDayOfWeek> Week = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    // A bounded run looks at each rule of a zone once, not again in every year it holds.
    private static readonly int EachOf = Whole ? 1 : 9;

    [Fact]
    public void Every_kind_of_wish_keeps_the_laws_around_every_clock_change()
    {
        var mistakes = new ConcurrentBag<string>();
        var looked = 0;

        Parallel.ForEach(DateTimeZoneProviders.Tzdb.Ids, id =>
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var changes = zone.GetZoneIntervals(First, Last).Skip(1).Select(interval => interval.Start).ToList();
            foreach (var change in changes.Where((_, at) => at % EachOf == 0 || at == changes.Count - 1))
            {
                var wall = WallClock.Watch(zone, change - Around, change + Around);
                foreach (var when in Wishes(zone, change))
                {
                    Interlocked.Add(ref looked, Check(zone, wall, when, change, mistakes));
                }
            }
        });

        Assert.Empty(mistakes.Take(10));
        Assert.True(looked > 500_000 / EachOf, $"Only {looked} slots were looked at.");
    }

    private static IEnumerable<Recurrence> Wishes(DateTimeZone zone, Instant change)
    {
        var before = (change - Duration.Epsilon).InZone(zone).LocalDateTime.PlusNanoseconds(1);
        var after = change.InZone(zone).LocalDateTime;
        var (early, late) = before < after ? (before, after) : (after, before);
        var middle = early.PlusMinutes(Period.Between(early, late, PeriodUnits.Minutes).Minutes / 2);
        LocalTime[] times = [early.PlusMinutes(-30).TimeOfDay, early.TimeOfDay, middle.TimeOfDay, late.PlusMinutes(-1).TimeOfDay, late.TimeOfDay];
        yield return Recurrence.Weekly.At(Week, times);
        yield return Recurrence.Weekly.At([middle.DayOfWeek], middle.TimeOfDay);
        yield return new Recurrence.Every(20, LocalTime.Midnight, new LocalTime(23, 59), [.. Week]);
        yield return new Recurrence.Every(45, LocalTime.Min(early.TimeOfDay, late.TimeOfDay), LocalTime.Max(early.TimeOfDay, late.TimeOfDay), [.. Week]);
        yield return new Recurrence.Once(middle);
        yield return new Recurrence.Once(early);
        yield return new Recurrence.Once(late);
        yield return new Recurrence.After(change);
    }

    private static int Check(DateTimeZone zone, WallClock wall, Recurrence when, Instant change, ConcurrentBag<string> mistakes)
    {
        // A day in from the ends: a slot of a day that the wall was not watched for is none of ours.
        var (from, to) = (change - Around / 2, change + Around / 2);
        var expected = when is Recurrence.After(var due) ? [(due.InUtc().LocalDateTime, due)] : Named(wall, when, from, to);
        var schedule = Some.ScheduleOf(when);
        var after = from;
        foreach (var slot in expected)
        {
            var next = schedule.Next(zone, after);
            if (next is null || next.Due <= after || (next.Slot.At, next.Due) != slot)
            {
                mistakes.Add($"{zone.Id} {SpokenWish.Of(when, zone)} after {after}: expected {slot}, found {next?.Slot.At} at {next?.Due}");
                return 0;
            }

            // Without the mark of what is done, the bound alone keeps the order.
            if (Some.ScheduleOf(when).Next(zone, after) != next)
            {
                mistakes.Add($"{zone.Id} {SpokenWish.Of(when, zone)} after {after}: another slot without its mark");
            }

            (after, schedule) = (next.Due, schedule with { DoneThrough = next.Slot.At });
        }

        if (schedule.Next(zone, after) is { } more && more.Due < to)
        {
            mistakes.Add($"{zone.Id} {SpokenWish.Of(when, zone)}: {more.Slot.At} at {more.Due} is one too many");
        }

        return expected.Count;
    }

    private static List<(LocalDateTime, Instant)> Named(WallClock wall, Recurrence when, Instant from, Instant to)
    {
        var named = new List<(LocalDateTime, Instant)>();
        var last = from;
        foreach (var day in wall.Days)
        {
            var minutes = Minutes(when, day.Date);
            foreach (var (minute, at) in day.Minutes)
            {
                if (minutes.Contains(minute) && at > last && at < to)
                {
                    last = at;
                    named.Add((day.Date.At(LocalTime.FromMinutesSinceMidnight(minute)), at));
                }
            }
        }

        return named;
    }

    private static HashSet<int> Minutes(Recurrence when, LocalDate date) => when switch
    {
        Recurrence.Once(var at) => at.Date == date ? [MinuteOf(at.TimeOfDay)] : [],
        Recurrence.Weekly weekly => [.. weekly.Times.GetValueOrDefault(date.DayOfWeek, []).Select(MinuteOf)],
        Recurrence.Every every => [.. Enumerable.Range(0, 1440).Where(minute =>
            minute >= MinuteOf(every.From) && minute <= MinuteOf(every.To) && (minute - MinuteOf(every.From)) % every.Minutes == 0)],
        _ => [],
    };

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;
}
