using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

public sealed class GateTests
{
    private static readonly Instant Now = Some.At(10, 30);
    private static readonly Schedule OneOff = Some.ScheduleOf(new Recurrence.After(Now), "one-off");

    [Fact]
    public void An_ordinary_nudge_passes_all_gates()
    {
        Assert.Null(Reason(Some.Facts(), Some.Nudge()));
    }

    [Fact]
    public void Where_the_bot_was_removed_nothing_is_sent()
    {
        var away = Some.Person() with { Addresses = [Some.Home with { Open = false }] };

        Assert.Equal(DropReasons.Gone, Reason(Some.Facts(away), Some.Nudge()));
    }

    public static TheoryData<string, Standing> Holding => new()
    {
        { "stopped", new Standing.Stopped() },
        { "leaving", new Standing.Leaving() },
        { "paused", new Standing.Paused(Now + Duration.Epsilon, ByAlarm: false) },
        { "alarm", new Standing.Paused(Now + Duration.Epsilon, ByAlarm: true) },
    };

    [Theory]
    [MemberData(nameof(Holding))]
    public void Off_means_off(string reason, Standing standing)
    {
        var facts = Some.Facts(Some.Person() with { Standing = standing });

        Assert.Equal(reason, Reason(facts, Some.Nudge()));
        Assert.Equal(reason, Reason(facts, Some.Nudge(again: 1)));
    }

    [Fact]
    public void A_pause_ends_by_itself_with_its_last_instant()
    {
        var facts = Some.Facts(Some.Person() with { Standing = new Standing.Paused(Now, ByAlarm: true) });

        Assert.Null(Reason(facts, Some.Nudge()));
    }

    [Fact]
    public void The_last_moment_of_grace_is_in_time_and_the_next_is_late()
    {
        var nudge = Some.Nudge();

        Assert.Null(Reason(Some.Facts(), nudge, nudge.Stale));
        Assert.Equal(DropReasons.Late, Reason(Some.Facts(), nudge, nudge.Stale + Duration.Epsilon));
    }

    [Fact]
    public void A_nudge_of_a_removed_reminder_is_dropped_but_its_snooze_still_comes()
    {
        var facts = Some.Facts(Some.Person(OneOff));

        Assert.Equal(DropReasons.Removed, Reason(facts, Some.Nudge()));
        Assert.Null(Reason(facts, Some.Nudge(again: 1)));
    }

    [Fact]
    public void Not_today_holds_for_the_rest_of_the_date_and_not_for_the_next()
    {
        var facts = Some.Facts(nudges: [Some.Nudge(9, 0, state: OutgoingState.Sent).Answered(NudgeAnswer.NotToday)]);

        Assert.Equal(DropReasons.NotToday, Reason(facts, Some.Nudge()));
        Assert.Equal(DropReasons.NotToday, Reason(facts, Some.Nudge(again: 1)));
        Assert.Null(Reason(facts, Some.Nudge(day: 24), Some.At(10, 30, day: 24)));
    }

    [Fact]
    public void Today_is_the_persons_own_date()
    {
        // 00:30 in Berlin on the 24th is still the 23rd in UTC, and the "not today" was said on the 23rd in Berlin.
        var facts = Some.Facts(nudges: [Some.Nudge(23, 30, state: OutgoingState.Sent).Answered(NudgeAnswer.NotToday)]);

        Assert.Null(Reason(facts, Some.Nudge(0, 30, day: 24), Some.At(0, 30, day: 24)));
    }

    [Fact]
    public void Who_has_walked_today_is_not_asked_again_unless_they_snoozed()
    {
        var facts = Some.Facts(walks: [new WalkDay(Some.Monday, Minutes: 10, Walks: 1)]);

        Assert.Equal(DropReasons.Walked, Reason(facts, Some.Nudge()));
        Assert.Null(Reason(facts, Some.Nudge(again: 1)));
        Assert.Null(Reason(facts, Some.Nudge(day: 24), Some.At(10, 30, day: 24)));
    }

    [Fact]
    public void A_plan_of_two_walks_a_day_asks_for_the_second()
    {
        var person = Some.Person() with { Plan = Plan.Default with { WalksPerWeek = 10 } };

        Assert.Null(Reason(Some.Facts(person, [new WalkDay(Some.Monday, 10, Walks: 1)]), Some.Nudge()));
        Assert.Equal(DropReasons.Walked, Reason(Some.Facts(person, [new WalkDay(Some.Monday, 20, Walks: 2)]), Some.Nudge()));
    }

    [Fact]
    public void A_walk_answers_one_reminder_of_a_day_that_has_three()
    {
        var often = Some.ScheduleOf(Recurrence.Weekly.At(Some.Weekdays, new LocalTime(9, 0), new LocalTime(10, 30), new LocalTime(16, 0)));

        Assert.Null(Reason(Some.Facts(Some.Person(often), [new WalkDay(Some.Monday, 20, Walks: 2)]), Some.Nudge()));
        Assert.Equal(DropReasons.Walked, Reason(Some.Facts(Some.Person(often), [new WalkDay(Some.Monday, 30, Walks: 3)]), Some.Nudge()));
    }

    [Fact]
    public void A_one_off_was_asked_for_with_the_day_in_view_and_comes()
    {
        var person = Some.Person(Some.Schedule, OneOff);
        var facts = Some.Facts(
            person, [new WalkDay(Some.Monday, 10, Walks: 1)], Some.Nudge(9, 0, state: OutgoingState.Sent).Answered(NudgeAnswer.NotToday));

        Assert.Null(Reason(facts, Some.Nudge(schedule: OneOff)));
    }

    [Theory]
    [InlineData(9, 59, null)]
    [InlineData(10, 0, "quiet")]
    [InlineData(10, 59, "quiet")]
    [InlineData(11, 0, null)]
    [InlineData(8, 59, "fence")]
    [InlineData(17, 0, null)]
    [InlineData(17, 1, "fence")]
    public void Hours_that_the_person_set_bind(int hour, int minute, string? reason)
    {
        var facts = Some.Facts(Some.Person() with
        {
            Fence = new Hours(new LocalTime(9, 0), new LocalTime(17, 0)),
            Quiet = new Hours(new LocalTime(10, 0), new LocalTime(11, 0)),
        });

        Assert.Equal(reason, Reason(facts, Some.Nudge(hour, minute), Some.At(hour, minute)));
    }

    [Theory]
    [InlineData(OutgoingState.Sent, 25, "twin")]
    [InlineData(OutgoingState.Sending, 35, "twin")]
    [InlineData(OutgoingState.Uncertain, 30, "twin")]
    [InlineData(OutgoingState.Sent, 24, null)]
    [InlineData(OutgoingState.Sent, 36, null)]
    [InlineData(OutgoingState.Dropped, 30, null)]
    [InlineData(OutgoingState.Waiting, 30, null)]
    public void Two_planned_nudges_within_five_minutes_are_one(OutgoingState state, int minute, string? reason)
    {
        var other = Some.Nudge(10, minute, schedule: Some.ScheduleOf(new Recurrence.Once(default), "other"), state: state);

        Assert.Equal(reason, Reason(Some.Facts(nudges: [other]), Some.Nudge()));
    }

    [Theory]
    [InlineData(10, 26, "twin")]
    [InlineData(10, 24, null)]
    public void One_that_comes_late_right_after_another_went_out_is_its_twin(int hour, int minute, string? reason)
    {
        var other = Some.Nudge(9, 50, schedule: Some.ScheduleOf(new Recurrence.Once(default), "other"), state: OutgoingState.Sent) with
        {
            SettledAt = Some.At(hour, minute),
        };

        Assert.Equal(reason, Reason(Some.Facts(nudges: [other]), Some.Nudge()));
    }

    [Fact]
    public void A_snooze_is_nobodys_twin()
    {
        var facts = Some.Facts(nudges: [Some.Nudge(10, 28, state: OutgoingState.Sent)]);

        Assert.Null(Reason(facts, Some.Nudge(again: 1)));
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "ceiling")]
    public void The_ceiling_counts_what_was_sent_today_with_snoozes(int sent, string? reason)
    {
        var before = Enumerable.Range(0, sent).Select(i => Some.Nudge(i, 0, again: i % 2, state: OutgoingState.Sent));
        var noise = new[] { Some.Nudge(9, 0, day: 22, state: OutgoingState.Sent), Some.Nudge(9, 15, state: OutgoingState.Dropped) };

        Assert.Equal(reason, Reason(Some.Facts(nudges: [.. before, .. noise]), Some.Nudge()));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "away")]
    [InlineData(1, "away")]
    public void Into_a_page_closed_for_fourteen_days_nothing_is_sent(int secondsMore, string? reason)
    {
        var facts = Some.Facts() with { SeenAt = Now - Duration.FromDays(14) - Duration.FromSeconds(secondsMore) };

        Assert.Equal(reason, Reason(facts, Some.Nudge()));
    }

    [Fact]
    public void A_row_does_not_stand_in_its_own_way()
    {
        var nudge = Some.Nudge(state: OutgoingState.Leased);
        var facts = Some.Facts(
            Some.Person() with { Plan = Plan.Default with { MostPerDay = 1 } }, nudges: [nudge with { State = OutgoingState.Sending }]);

        Assert.Null(Reason(facts, nudge));
    }

    private static string? Reason(PersonFacts facts, Outgoing nudge, Instant? now = null) =>
        (Gates.All(Some.Zones, Duration.FromDays(14)).Ask(facts, nudge, now ?? Now) as Verdict.Drop)?.Reason;
}
