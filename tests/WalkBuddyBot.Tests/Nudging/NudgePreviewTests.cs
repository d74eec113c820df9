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
        Assert.Equal(("on weekdays at 10:30", null, true, false), (nudge.Rule, nudge.Gate, nudge.Planned, nudge.Shifted));
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
    public void A_crowd_waits_for_its_permits_and_the_peak_is_told()
    {
        var nudge = Of(Some.Facts())[0];
        var crowd = Enumerable.Repeat(nudge, 250).Append(nudge with { Lane = "fabrikam" }).Append(nudge with { Gate = "twin" }).ToList();

        var load = PreviewLoad.Of(crowd, perSecond: 25);

        Assert.Equal((251, 1, 250, Some.At(10, 30)), (load.Sent, load.Stopped, load.Peak, load.PeakAt));
        Assert.InRange(load.LongestWait.TotalSeconds, 9.95, 9.97);
        Assert.Equal(0, load.TooLate);
    }

    [Fact]
    public void What_the_pace_cannot_carry_within_its_grace_is_counted()
    {
        var nudge = Of(Some.Facts())[0] with { Grace = Duration.FromSeconds(1) };

        Assert.Equal(50 - 26, PreviewLoad.Of(Enumerable.Repeat(nudge, 50).ToList(), perSecond: 25).TooLate);
        Assert.Equal(0, PreviewLoad.Of(Enumerable.Repeat(nudge, 50).ToList(), perSecond: 0).TooLate);
    }

    private IReadOnlyList<PreviewedNudge> Of(PersonFacts facts) => _preview.Of(facts, Now, Now, Tomorrow);
}
