using System.Globalization;
using CsCheck;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

public sealed class SpreadTests
{
    private static readonly Gen<PersonId> People = Gen.Int.Select(number => Somebody(number));

    private static readonly Gen<Recurrence.Every> Rhythms = Gen.Select(Gen.Int[1, 240], Gen.Int[0, 1439], Gen.Int[0, 1439]).Select((minutes, one, other) =>
        new Recurrence.Every(
            minutes,
            LocalTime.FromMinutesSinceMidnight(Math.Min(one, other)),
            LocalTime.FromMinutesSinceMidnight(Math.Max(one, other)),
            [.. Some.Weekdays]));

    [Fact]
    public void A_clock_time_and_a_one_off_are_kept_to_the_minute()
    {
        var at = Some.Monday.At(new(10, 30));
        Recurrence[] named = [Some.Schedule.When, new Recurrence.Once(at), new Recurrence.After(Some.At(10, 30))];

        People.Always(person => Assert.All(named, when => Assert.Equal(Duration.Zero, Spread.Of(person, when, at))));
    }

    [Fact]
    public void A_rhythm_has_its_place_within_two_minutes_the_same_each_time_and_within_its_window()
    {
        Gen.Select(People, Rhythms).Always(
            (person, every) =>
            {
                foreach (var time in every.TimesOn(IsoDayOfWeek.Monday))
                {
                    var spread = Spread.Of(person, every, Some.Monday.At(time));

                    Assert.Equal(spread, Spread.Of(person, every, Some.Monday.PlusWeeks(1).At(time)));
                    Assert.InRange(spread, Duration.Zero, Spread.Most);
                    var place = Some.Monday.At(time).PlusSeconds((long)spread.TotalSeconds);
                    Assert.True(place < Some.Monday.At(every.To).PlusMinutes(1), $"{time} comes at {place}");
                }
            },
            cases: 1000);
    }

    [Fact]
    public void It_never_changes_the_order_of_two_slots()
    {
        Gen.Select(People, Rhythms).Always(
            (person, every) =>
            {
                var places = every.TimesOn(IsoDayOfWeek.Monday).Select(time =>
                    Some.Monday.At(time).PlusSeconds((long)Spread.Of(person, every, Some.Monday.At(time)).TotalSeconds)).ToList();

                Assert.Equal(places.Order(), places);
            },
            cases: 1000);
    }

    [Fact]
    public void A_thousand_people_are_spread_over_the_whole_of_it()
    {
        var every = new Recurrence.Every(120, new(9, 0), new(17, 0), [.. Some.Weekdays]);

        var places = Enumerable.Range(0, 1000).CountBy(number => Spread.Of(Somebody(number), every, Some.Monday.At(new(9, 0)))).ToList();

        Assert.InRange(places.Count, 110, 121);
        Assert.True(places.Max(place => place.Value) <= 25, "Too many in one second.");
    }

    [Fact]
    public void Two_of_a_kind_are_one_by_the_times_that_were_asked_for()
    {
        var every = Some.ScheduleOf(new Recurrence.Every(60, new(9, 0), new(17, 0), [.. Some.Weekdays]), "rhythm");
        var fixedly = Some.ScheduleOf(Recurrence.Weekly.At(Some.Weekdays, new LocalTime(10, 56)), "fixed");
        var person = Some.Person(every, fixedly) with { Id = Enumerable.Range(0, 1000).Select(Somebody).First(id => IsFar(id, every.When)) };

        var times = Planning.Upcoming(person, Some.Zones, Some.At(10, 30), most: 2).Select(slot => slot.Due);

        // Four minutes apart as asked for, and more than five by the clock on the wall.
        Assert.Equal([Some.At(10, 56), Some.At(12, 0)], times);
    }

    private static bool IsFar(PersonId id, Recurrence when) => Spread.Of(id, when, Some.Monday.At(new(11, 0))) > Duration.FromSeconds(90);

    private static PersonId Somebody(int number) => new(DerivedId.From("person", number.ToString(CultureInfo.InvariantCulture)));
}
