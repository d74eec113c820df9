using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class NudgePlannerTests : IDisposable
{
    private readonly NudgeWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_slot_that_has_come_waits_in_the_outbox_and_the_next_is_found()
    {
        _world.Schedules.Add(Due(Some.Schedule, Some.At(10, 30)));

        var result = await _world.Planner.RunAsync(CancellationToken.None);

        var step = Assert.Single(_world.Schedules.Committed);
        Assert.Equal(OutgoingState.Waiting, step.Row.State);
        Assert.Equal(Some.At(10, 30), step.Row.NotBefore);
        Assert.Equal(Some.At(11, 30), step.Row.Stale);
        Assert.Equal(new LocalDateTime(2026, 11, 23, 10, 30), step.After.DoneThrough);
        Assert.Equal(Some.At(10, 30, day: 24), step.Next!.Due);
        Assert.Equal((1, 0), (result.Planned, result.Dropped));
        Assert.Equal(1, _world.Counted.Of(NudgeMeters.PlannedName));
    }

    [Fact]
    public async Task A_rhythm_has_its_place_after_its_slot_and_its_grace_counts_from_there()
    {
        var every = Some.ScheduleOf(new Recurrence.Every(60, new(9, 0), new(17, 0), [.. Some.Weekdays]));
        _world.Schedules.Add(Due(every, Some.At(10, 0)));

        await _world.Planner.RunAsync(CancellationToken.None);

        var step = Assert.Single(_world.Schedules.Committed);
        var place = Some.At(10, 0) + Spread.Of(Some.Person().Id, every.When, Some.Monday.At(new(10, 0)));
        Assert.Equal((place, place + Duration.FromHours(1)), (step.Row.NotBefore, step.Row.Stale));
        Assert.Equal(Some.Monday.At(new(10, 0)), step.Row.Nudge!.Slot.At);
        Assert.Equal(Some.At(11, 0), step.Next!.Due);
    }

    [Fact]
    public async Task A_slot_past_its_grace_is_dropped_and_counted()
    {
        _world.Schedules.Add(Due(Some.Schedule, Some.At(10, 30)));
        _world.Clock.AdvanceMinutes(61);

        var result = await _world.Planner.RunAsync(CancellationToken.None);

        var row = Assert.Single(_world.Schedules.Committed).Row;
        Assert.Equal((OutgoingState.Dropped, DropReasons.Late), (row.State, row.Reason));
        Assert.Equal(1, result.Dropped);
        Assert.Equal(1, _world.Counted.Of(NudgeMeters.DroppedName, DropReasons.Late));
    }

    [Fact]
    public async Task A_slot_with_its_whole_grace_gone_by_to_the_second_still_goes()
    {
        _world.Schedules.Add(Due(Some.Schedule, Some.At(10, 30)));
        _world.Clock.AdvanceMinutes(60);

        await _world.Planner.RunAsync(CancellationToken.None);

        Assert.Equal(OutgoingState.Waiting, Assert.Single(_world.Schedules.Committed).Row.State);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(120)]
    public async Task After_a_week_of_silence_one_reminder_at_most_is_made_up_for_and_the_last_day_is_counted(int minutes)
    {
        var every = Some.ScheduleOf(
            new Recurrence.Every(minutes, LocalTime.Midnight, new LocalTime(23, 59), [.. Enum.GetValues<IsoDayOfWeek>().Skip(1)]));
        _world.Schedules.Add(Due(every, Some.At(12, 0)));
        _world.Clock.AdvanceDays(7);
        _world.Clock.AdvanceMinutes(110);

        await TickAsync(3);

        var states = _world.Schedules.Committed.Select(step => step.Row.State).ToList();
        Assert.Equal(OutgoingState.Dropped, states[0]);
        Assert.All(states.SkipLast(1), state => Assert.Equal(OutgoingState.Dropped, state));
        Assert.InRange(states.Count(state => state == OutgoingState.Waiting), 0, 1);
        Assert.InRange(states.Count, 24 * 60 / minutes, (24 * 60 / minutes) + 2);
        Assert.True(_world.Schedules.Committed[^1].Next!.Due > _world.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task Of_what_was_missed_the_freshest_goes_out_and_each_of_the_others_is_counted_as_late()
    {
        var every = Some.ScheduleOf(new Recurrence.Every(15, new LocalTime(9, 0), new LocalTime(17, 0), [.. Some.Weekdays]));
        _world.Schedules.Add(Due(every, Some.At(10, 30)));
        _world.Clock.AdvanceMinutes(185);

        var result = await _world.Planner.RunAsync(CancellationToken.None);

        var steps = _world.Schedules.Committed;
        Assert.Equal((13, 12), (result.Planned, result.Dropped));
        Assert.Equal(OutgoingState.Waiting, steps[^1].Row.State);
        Assert.InRange(steps[^1].Row.NotBefore, Some.At(13, 30), Some.At(13, 30) + Spread.Most);
        Assert.All(steps.SkipLast(1), step => Assert.Equal((OutgoingState.Dropped, DropReasons.Late), (step.Row.State, step.Row.Reason)));
        Assert.Equal(13, steps.DistinctBy(step => step.Row.Id).Count());
        Assert.Equal(Some.At(13, 45), steps[^1].Next!.Due);
    }

    [Fact]
    public async Task It_goes_on_until_a_batch_is_not_full()
    {
        foreach (var i in Enumerable.Range(0, 1200))
        {
            _world.Schedules.Add(Due(Some.ScheduleOf(Some.Schedule.When, $"{i}"), Some.At(10, 30)));
        }

        var result = await _world.Planner.RunAsync(CancellationToken.None);

        Assert.Equal(1200, result.Planned);
        Assert.Equal(3, _world.Schedules.Calls);
    }

    [Fact]
    public async Task A_zone_that_nobody_knows_any_more_rests_its_schedule_with_a_reason()
    {
        _world.Schedules.Add(Due(Some.Schedule, Some.At(10, 30)) with { Zone = "Atlantis/Capital" });

        await _world.Planner.RunAsync(CancellationToken.None);

        var step = Assert.Single(_world.Schedules.Committed);
        Assert.Equal((OutgoingState.Dropped, DropReasons.NoZone), (step.Row.State, step.Row.Reason));
        Assert.Null(step.Next);
    }

    [Theory]
    [InlineData(true, Doubt.Resend)]
    [InlineData(false, Doubt.Drop)]
    public async Task In_doubt_a_nudge_is_sent_again_only_where_a_repeat_does_nothing(bool web, Doubt doubt)
    {
        _world.Schedules.Add(Due(Some.Schedule, Some.At(10, 30)) with { To = web ? Some.WebChat : Some.Home });

        await _world.Planner.RunAsync(CancellationToken.None);

        Assert.Equal(doubt, Assert.Single(_world.Schedules.Committed).Row.OnDoubt);
    }

    private async Task TickAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _world.Planner.RunAsync(CancellationToken.None);
        }
    }

    private static DueSchedule Due(Schedule schedule, Instant due)
    {
        var slot = schedule.Next(Some.Zones["Europe/Berlin"], due - Duration.Epsilon)!;
        Assert.Equal(due, slot.Due);
        return new(Some.Person().Id, Some.Home, "Europe/Berlin", schedule, slot);
    }
}
