using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Nudging.Preview;
using WalkBuddyBot.Nudging.Walks;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class NudgePreviewTests
{
    private static readonly Instant Now = Some.At(9, 0);
    private static readonly Instant Tomorrow = Some.At(9, 0, day: 24);

    private readonly NudgePreview _preview = new(
        new NudgeKinds([new WalkComposer(new FakePhrases(), FakeTips.Bank(1), Some.Zones, Options.Create(new NudgeOptions()))]),
        Some.Zones, Microsoft.Extensions.Options.Options.Create(new AwayOptions()));

    [Fact]
    public void A_slot_is_shown_with_its_local_time_and_the_rule_it_follows()
    {
        var nudge = Assert.Single(Of(Some.Facts()));

        Assert.Equal((new LocalDateTime(2026, 11, 23, 10, 30), Some.At(10, 30)), (nudge.Local, nudge.Due));
        Assert.Equal(("on weekdays at 10:30", null, true, ClockMark.None), (nudge.Rule, nudge.Gate, nudge.Planned, nudge.Clocks));
    }

    [Fact]
    public void The_most_of_a_day_stops_what_comes_after_it()
    {
        var times = Enumerable.Range(10, 8).Select(hour => new LocalTime(hour, 0));
        var person = Some.Person(Some.ScheduleOf(Recurrence.Weekly.At(Some.Weekdays, times)));

        var nudges = Of(Some.Facts(person));

        Assert.Equal(6, nudges.Count(nudge => nudge.Gate is null));
        Assert.All(nudges.Skip(6), nudge => Assert.Equal((DropReasons.Ceiling, true), (nudge.Gate, nudge.Planned)));
    }

    [Fact]
    public void What_comes_before_the_range_counts_in_it()
    {
        var times = Enumerable.Range(10, 8).Select(hour => new LocalTime(hour, 0));
        var person = Some.Person(Some.ScheduleOf(Recurrence.Weekly.At(Some.Weekdays, times)));

        var nudges = _preview.Of(Some.Facts(person), Now, Some.At(15, 30), Tomorrow);

        Assert.Equal([DropReasons.Ceiling, DropReasons.Ceiling], nudges.Select(nudge => nudge.Gate));
    }

    [Fact]
    public void Of_twins_only_the_first_goes_out()
    {
        var person = Some.Person(
            Some.Schedule, Some.ScheduleOf(Recurrence.Weekly.At(Some.Weekdays, new LocalTime(10, 33)), "two"));

        Assert.Equal([null, DropReasons.Twin], Of(Some.Facts(person)).Select(nudge => nudge.Gate));
    }

    [Fact]
    public void A_pause_is_named_and_nothing_of_it_becomes_a_row()
    {
        var person = Some.Person() with { Standing = new Standing.Paused(Some.At(10, 31), ByAlarm: false) };

        var nudge = Assert.Single(Of(Some.Facts(person)));

        Assert.Equal(("paused", false), (nudge.Gate, nudge.Planned));
    }

    [Fact]
    public void A_snoozed_one_that_waits_is_shown_too()
    {
        var waiting = Some.Nudge(hour: 9, minute: 45, again: 1);

        var nudges = Of(Some.Facts(nudges: waiting));

        Assert.Equal(["snoozed", "on weekdays at 10:30"], nudges.Select(nudge => nudge.Rule));
        Assert.All(nudges, nudge => Assert.Null(nudge.Gate));
    }

    [Fact]
    public void Whoever_has_no_zone_or_no_address_gets_nothing()
    {
        Assert.Empty(Of(Some.Facts(Some.Person() with { Zone = null })));
        Assert.Empty(Of(Some.Facts(Some.Person() with { NudgeAt = null })));
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_marked_and_comes_after_the_gap()
    {
        var nudge = Assert.Single(InNight(new LocalDate(2026, 3, 29), new LocalTime(2, 30)));

        Assert.Equal(
            (ClockMark.Skipped, new LocalDateTime(2026, 3, 29, 2, 30), new LocalDateTime(2026, 3, 29, 3, 0)),
            (nudge.Clocks, nudge.Slot.At, nudge.Local));
    }

    [Fact]
    public void A_time_that_comes_twice_is_marked_and_comes_the_first_time()
    {
        var nudge = Assert.Single(InNight(new LocalDate(2026, 10, 25), new LocalTime(2, 30)));

        Assert.Equal((ClockMark.FirstOfTwo, Instant.FromUtc(2026, 10, 25, 0, 30)), (nudge.Clocks, nudge.Due));
    }

    [Fact]
    public void Elapsed_time_knows_no_clocks()
    {
        var at = Instant.FromUtc(2026, 10, 25, 0, 30);
        var person = Some.Person(Some.ScheduleOf(new Recurrence.After(at)));

        var nudge = Assert.Single(_preview.Of(Some.Facts(person), at - Duration.FromHours(1), at - Duration.FromHours(1), at + Duration.FromHours(1)));

        Assert.Equal((ClockMark.None, at), (nudge.Clocks, nudge.Due));
    }

    [Fact]
    public void A_slot_of_a_pause_is_not_planned_though_its_place_in_the_minutes_after_lies_behind_the_pause()
    {
        var every = new Recurrence.Every(60, new LocalTime(10, 0), new LocalTime(10, 0), [.. Some.Weekdays]);
        var tips = Some.ScheduleOf(every) with { Kind = NudgeKind.Tip };
        var person = Some.Person(tips) with { Standing = new Standing.Paused(Some.At(10, 0) + Duration.FromSeconds(1), ByAlarm: false) };

        Assert.False(Assert.Single(Of(Some.Facts(person))).Planned);
    }

    [Fact]
    public void A_planned_one_that_waits_is_stopped_by_a_pause_and_stays_in_the_ledger()
    {
        var person = Some.Person() with { Standing = new Standing.Paused(Some.At(10, 0), ByAlarm: false) };

        var nudges = Of(Some.Facts(person, nudges: Some.Nudge(hour: 9, minute: 45, again: 1)));

        Assert.Equal([("paused", true), (null, true)], nudges.Select(nudge => (nudge.Gate, nudge.Planned)));
    }

    private IReadOnlyList<PreviewedNudge> InNight(LocalDate date, LocalTime time)
    {
        var person = Some.Person(Some.ScheduleOf(Recurrence.Weekly.At([date.DayOfWeek], time)));
        var begin = date.AtStartOfDayInZone(Some.Zones["Europe/Berlin"]).ToInstant();
        return _preview.Of(Some.Facts(person), begin, begin, begin + Duration.FromDays(1));
    }

    private IReadOnlyList<PreviewedNudge> Of(PersonFacts facts) => _preview.Of(facts, Now, Now, Tomorrow);
}
