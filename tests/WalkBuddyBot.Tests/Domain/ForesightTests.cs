using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

public sealed class ForesightTests
{
    private static readonly Instant Now = Some.At(9, 0);
    private static readonly ImmutableArray<IGate> All = Gates.All(Some.Zones, Duration.FromDays(14));

    [Fact]
    public void A_slot_says_which_reminder_it_follows_from_and_why_it_comes_then()
    {
        var slot = Ahead(Some.Facts()).First();

        Assert.Equal((Some.At(10, 30), Some.Schedule, SlotReason.Asked), (slot.Slot.Due, slot.Schedule, slot.Why));
        Assert.Null(slot.HeldBy);
        Assert.True(slot.Planned);
    }

    [Fact]
    public void A_slot_that_the_clocks_shift_says_so()
    {
        var night = Some.ScheduleOf(Recurrence.Weekly.At([IsoDayOfWeek.Sunday], new LocalTime(2, 30)));
        var before = Instant.FromUtc(2026, 3, 28, 12, 0);

        var slot = Foresight.Of(Some.Facts(Some.Person(night)), All, Some.Zones, before, passed: false).First();

        Assert.Equal((Instant.FromUtc(2026, 3, 29, 1, 0), SlotReason.ClockChange), (slot.Slot.Due, slot.Why));
        Assert.Equal(new LocalDateTime(2026, 3, 29, 2, 30), slot.Slot.Slot.At);
    }

    [Fact]
    public void A_pause_holds_its_slots_and_makes_no_rows_of_them()
    {
        var paused = Some.Person() with { Standing = new Standing.Paused(Some.At(0, 0, day: 25), ByAlarm: false) };

        var slots = Ahead(Some.Facts(paused)).Take(3).ToList();

        Assert.Equal(["paused", "paused", null], slots.Select(slot => slot.HeldBy));
        Assert.Equal([false, false, true], slots.Select(slot => slot.Planned));
        Assert.Equal(Some.At(10, 30, day: 25), Ahead(Some.Facts(paused), passed: false).First().Slot.Due);
    }

    [Fact]
    public void What_the_person_left_out_is_named_and_makes_no_row()
    {
        var done = Some.Schedule with { DoneThrough = Some.Monday.At(new(23, 59)), When = Some.Schedule.When with { LeftOut = [Some.Monday.PlusDays(1)] } };

        var slots = Ahead(Some.Facts(Some.Person(done))).Take(3).ToList();

        Assert.Equal([DropReasons.LeftOut, DropReasons.LeftOut, null], slots.Select(slot => slot.HeldBy));
        Assert.Equal([false, false, true], slots.Select(slot => slot.Planned));
    }

    [Fact]
    public void A_walk_taken_holds_the_rest_of_its_day_and_makes_rows_unless_they_were_passed_over()
    {
        var walked = Some.Facts(walks: [new WalkDay(Some.Monday, 10, 1)]);

        var slot = Ahead(walked).First();

        Assert.Equal((DropReasons.Walked, true), (slot.HeldBy, slot.Planned));
    }

    [Fact]
    public void The_most_of_a_day_counts_what_was_lived_through()
    {
        var often = Some.ScheduleOf(new Recurrence.Every(60, new(9, 0), new(17, 0), [.. Some.Weekdays]));

        var monday = Ahead(Some.Facts(Some.Person(often))).TakeWhile(slot => slot.Slot.Slot.At.Date == Some.Monday).ToList();

        Assert.Equal(8, monday.Count);
        Assert.All(monday.Take(6), slot => Assert.Null(slot.HeldBy));
        Assert.All(monday.Skip(6), slot => Assert.Equal(DropReasons.Ceiling, slot.HeldBy));
    }

    [Fact]
    public void What_waits_already_is_part_of_it_and_is_not_planned_twice()
    {
        var snoozed = Some.Nudge(9, 20, again: 1);
        var waiting = Some.Nudge(10, 30);

        var slots = Ahead(Some.Facts(nudges: [snoozed, waiting])).Take(3).ToList();

        Assert.Equal([Some.At(9, 20), Some.At(10, 30), Some.At(10, 30, day: 24)], slots.Select(slot => slot.Slot.Due));
        Assert.Equal([SlotReason.Snoozed, SlotReason.Asked, SlotReason.Asked], slots.Select(slot => slot.Why));
    }

    [Fact]
    public void A_one_off_that_was_taken_away_is_not_foreseen()
    {
        var once = Some.ScheduleOf(new Recurrence.Once(new LocalDateTime(2026, 11, 24, 8, 0)));

        Assert.Empty(Ahead(Some.Facts(Some.Person(once with { DoneThrough = new LocalDateTime(2026, 11, 24, 8, 0) }))));
    }

    [Fact]
    public void Without_a_zone_or_a_place_nothing_lies_ahead()
    {
        Assert.Empty(Ahead(Some.Facts(Some.Person() with { Zone = null })));
        Assert.Empty(Ahead(Some.Facts(Some.Person() with { NudgeAt = null })));
    }

    private static IEnumerable<ForeseenSlot> Ahead(PersonFacts facts, bool passed = true) =>
        Foresight.Of(facts, All, Some.Zones, Now, passed);
}
