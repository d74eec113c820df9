using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

/// <summary>
/// A year of random people, planned by the rule as the planner does it, against somebody who looks at the wall every minute and asks
/// whether this was a minute that the person named.
/// </summary>
public sealed class OracleTests
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full";
    private static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;

    // In 2011 Samoa had a year without its 30 December.
    private static readonly int[] Years = Whole ? [2011, 2026, 2027] : [2026];

    // Zones whose clocks do something else than an hour at night come in every bounded run.
    private static readonly string[] Odd =
        ["Africa/Casablanca", "Australia/Lord_Howe", "America/Nuuk", "Europe/Dublin", "Asia/Beirut", "Africa/Cairo", "Asia/Kathmandu", "UTC"];

    private static readonly Gen<LocalTime> Times = Gen.Frequency(
        (1, Gen.Int[0, 1439]), (1, Gen.Int[0, 239]), (1, Gen.Int[1380, 1439])).Select(minute => LocalTime.FromMinutesSinceMidnight(minute));

    private static readonly Gen<ImmutableArray<IsoDayOfWeek>> Days =
        Gen.Int[1, 127].Select(mask => Enumerable.Range(1, 7).Where(day => (mask >> (day - 1) & 1) == 1).Select(day => (IsoDayOfWeek)day).ToImmutableArray());

    private static readonly Gen<Recurrence> Weeklies =
        Gen.Select(Days, Times.List[1, 4]).Select((days, times) => (Recurrence)Recurrence.Weekly.At(days, times));

    private static readonly Gen<Recurrence> Rhythms = Gen.Select(Days, Gen.Int[30, 300], Times, Times).Select((days, minutes, one, other) =>
        (Recurrence)new Recurrence.Every(minutes, LocalTime.Min(one, other), LocalTime.Max(one, other), [.. days]));

    private static readonly Gen<Recurrence> Wishes = Gen.Select(Gen.OneOf(Weeklies, Rhythms), Gen.Int[0, 364].List[0, 5]).Select((when, left) =>
        when with { LeftOut = [.. left.Distinct().Select(day => new LocalDate(2026, 1, 1).PlusDays(day))] });

    [Fact]
    public void A_year_of_a_thousand_people_is_what_the_wall_says()
    {
        var people = Draw(1000);
        var slots = 0;
        foreach (var year in Years)
        {
            foreach (var together in people.GroupBy(person => person.Zone, StringComparer.Ordinal))
            {
                var (from, to) = (Instant.FromUtc(year, 1, 1, 0, 0), Instant.FromUtc(year + 1, 1, 1, 0, 0));
                var wall = WallClock.Watch(Zones[together.Key], from - Duration.FromDays(2), to);
                foreach (var person in together)
                {
                    slots += Agree(wall, person, from, to);
                }
            }
        }

        Assert.True(slots > 200_000 * Years.Length, $"Only {slots} slots were looked at.");
    }

    private static int Agree(WallClock wall, (string Zone, Recurrence When) person, Instant from, Instant to)
    {
        using var expected = Named(wall, person.When, from, to).GetEnumerator();
        var schedule = Some.ScheduleOf(person.When);
        var (after, count) = (from, 0);
        while (schedule.Next(Zones[person.Zone], after) is { } slot && slot.Due < to)
        {
            if (!expected.MoveNext() || expected.Current != (slot.Slot.At, slot.Due))
            {
                Assert.Fail($"{Words(person)}: planned {slot.Slot.At} at {slot.Due}, the wall says {expected.Current}.");
            }

            (schedule, after, count) = (schedule with { DoneThrough = slot.Slot.At }, slot.Due, count + 1);
        }

        Assert.False(expected.MoveNext(), $"{Words(person)}: nothing is planned after {after}, the wall says {expected.Current}.");
        return count;
    }

    // Of several minutes that fall on one moment, the first alone: nobody is nudged twice at once.
    private static IEnumerable<(LocalDateTime, Instant)> Named(WallClock wall, Recurrence when, Instant from, Instant to)
    {
        var last = from;
        foreach (var day in wall.Days)
        {
            var named = MinutesOf(when, day.Date);
            if (!named.Contains(true))
            {
                continue;
            }

            foreach (var (minute, at) in day.Minutes)
            {
                if (named[minute] && at > last && at < to)
                {
                    last = at;
                    yield return (day.Date.At(LocalTime.FromMinutesSinceMidnight(minute)), at);
                }
            }
        }
    }

    // Read from the wish's own fields, not from the rule's.
    private static bool[] MinutesOf(Recurrence when, LocalDate date)
    {
        var minutes = new bool[1440];
        if (when.LeftOut is { } left && left.Contains(date))
        {
            return minutes;
        }

        switch (when)
        {
            case Recurrence.Weekly weekly:
                foreach (var time in weekly.Times.GetValueOrDefault(date.DayOfWeek, []))
                {
                    minutes[(time.Hour * 60) + time.Minute] = true;
                }

                break;
            case Recurrence.Every every when every.Days.Contains(date.DayOfWeek):
                for (var minute = 0; minute < minutes.Length; minute++)
                {
                    var since = minute - (every.From.Hour * 60) - every.From.Minute;
                    minutes[minute] = since >= 0 && since % every.Minutes == 0 && minute <= (every.To.Hour * 60) + every.To.Minute;
                }

                break;
        }

        return minutes;
    }

    private static List<(string Zone, Recurrence When)> Draw(int most)
    {
        string[] places = Whole ? [.. Zones.Ids] : [.. Odd, .. Zones.Ids.Where((_, at) => at % 60 == 0)];
        var people = new List<(string, Recurrence)>();
        Wishes.Always(when => people.Add((places[people.Count % places.Length], when)), most);
        return people;
    }

    private static string Words((string Zone, Recurrence When) person) =>
        string.Create(CultureInfo.InvariantCulture, $"{SpokenWish.Of(person.When, Zones[person.Zone])} in {person.Zone}");
}
