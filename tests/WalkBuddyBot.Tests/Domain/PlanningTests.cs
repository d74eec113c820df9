using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

public sealed class PlanningTests
{
    private static readonly Instant Now = Some.At(9, 0);

    [Fact]
    public void Somebody_who_is_on_gets_the_next_slot()
    {
        var slot = Planning.Next(Some.Person(), Some.Schedule, Some.Zones, Now);

        Assert.Equal(Some.At(10, 30), slot?.Due);
    }

    [Fact]
    public void Nothing_is_planned_for_somebody_who_stopped_or_leaves_or_has_no_zone_or_no_place()
    {
        Person[] silent =
        [
            Some.Person() with { Standing = new Standing.Stopped() },
            Some.Person() with { Standing = new Standing.Leaving() },
            Some.Person() with { Zone = null },
            Some.Person() with { Zone = "Atlantis/Capital" },
            Some.Person() with { NudgeAt = null },
        ];

        Assert.All(silent, person => Assert.Null(Planning.Next(person, Some.Schedule, Some.Zones, Now)));
    }

    [Fact]
    public void A_pause_passes_slots_over_and_its_end_is_free()
    {
        var person = Some.Person() with { Standing = new Standing.Paused(Some.At(10, 30, day: 25), ByAlarm: false) };

        var slot = Planning.Next(person, Some.Schedule, Some.Zones, Now);

        Assert.Equal(Some.At(10, 30, day: 25), slot?.Due);
    }

    [Fact]
    public void A_pause_that_is_over_changes_nothing()
    {
        var person = Some.Person() with { Standing = new Standing.Paused(Some.At(8, 0), ByAlarm: true) };

        var slot = Planning.Next(person, Some.Schedule, Some.Zones, Now);

        Assert.Equal(Some.At(10, 30), slot?.Due);
    }

    [Fact]
    public void Upcoming_slots_of_all_schedules_come_soonest_first()
    {
        var tomorrow = Some.ScheduleOf(new Recurrence.Once(new LocalDateTime(2026, 11, 24, 8, 0)), "two");
        var person = Some.Person(Some.Schedule, tomorrow);

        var upcoming = Planning.Upcoming(person, Some.Zones, Now, most: 3).Select(slot => slot.Due);

        Assert.Equal([Some.At(10, 30), Some.At(8, 0, day: 24), Some.At(10, 30, day: 24)], upcoming);
    }

    [Fact]
    public void What_the_hours_keep_back_and_the_second_of_two_twins_do_not_come()
    {
        var late = Some.ScheduleOf(Recurrence.Weekly.At(Some.Weekdays, new LocalTime(10, 34), new LocalTime(19, 0)), "two");
        var person = Some.Person(Some.Schedule, late) with { Quiet = new Hours(new LocalTime(18, 0), new LocalTime(8, 0)) };

        var upcoming = Planning.Upcoming(person, Some.Zones, Now, most: 2).Select(slot => slot.Due);

        Assert.Equal([Some.At(10, 30), Some.At(10, 30, day: 24)], upcoming);
    }

    [Fact]
    public void Hours_that_keep_everything_back_leave_nothing_to_come()
    {
        var person = Some.Person() with { Fence = new Hours(new LocalTime(18, 0), new LocalTime(20, 0)) };

        Assert.Empty(Planning.Upcoming(person, Some.Zones, Now, most: 3));
    }

    [Fact]
    public void A_date_left_out_has_no_slot_however_many_there_are()
    {
        var mondays = Recurrence.Weekly.At([IsoDayOfWeek.Monday], new LocalTime(10, 30));
        var out10 = Enumerable.Range(0, 10).Select(week => Some.Monday.PlusWeeks(week));

        var slot = Some.ScheduleOf(mondays with { LeftOut = [.. out10] }).Next(Some.Zones["Europe/Berlin"], Now);

        Assert.Equal(Some.Monday.PlusWeeks(10).At(new LocalTime(10, 30)), slot?.Slot.At);
    }
}
