using System.Collections.Concurrent;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Keeping;

namespace WalkBuddyBot.Tests.Storage;

public abstract class PlanContract : StoreContract
{
    private IPlan Plan => Get<IPlan>();

    [StoreFact]
    public async Task Nothing_is_due_before_its_instant()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        Clock.Advance(Duration.FromMinutes(30) - Duration.FromMilliseconds(1));

        var early = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);
        Clock.Advance(Duration.FromMilliseconds(1));
        var onTime = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);

        Assert.Empty(early);
        Assert.Equal(new LocalDateTime(2026, 11, 23, 10, 30), Assert.Single(onTime).Row.Nudge!.Slot.At);
    }

    [StoreFact]
    public async Task A_due_schedule_becomes_one_waiting_row_and_moves_on()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        Clock.Advance(Duration.FromMinutes(31));

        await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);
        var second = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);

        Assert.Empty(second);
        Assert.Equal(OutgoingState.Waiting, Assert.Single((await FactsAsync()).Nudges30Days).State);
        Clock.Advance(Duration.FromDays(1));
        Assert.Equal(new LocalDateTime(2026, 11, 24, 10, 30), Assert.Single(await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None)).Row.Nudge!.Slot.At);
    }

    [StoreFact]
    public async Task A_start_counts_what_came_due_since_the_newest_thing_that_is_stored()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30), Some.Weekdays("b", 11, 0), Some.Weekdays("c", 16, 0));
        var before = await Get<SinceLast>().RunAsync(CancellationToken.None);
        Clock.Advance(Duration.FromHours(2));
        var after = await Get<SinceLast>().RunAsync(CancellationToken.None);
        await Plan.PlanDueAsync(1, Some.Step, CancellationToken.None);

        Assert.Equal((0, 2), (before, after));
        Assert.Equal(0, await Get<SinceLast>().RunAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task The_soonest_come_first()
    {
        await KnownAsync(Some.Weekdays("late", 12, 0), Some.Weekdays("early", 10, 30), Some.Weekdays("middle", 11, 0));
        Clock.Advance(Duration.FromHours(3));

        var steps = await Plan.PlanDueAsync(2, Some.Step, CancellationToken.None);

        Assert.Equal([new LocalTime(10, 30), new LocalTime(11, 0)], steps.Select(step => step.Row.Nudge!.Slot.At.TimeOfDay));
    }

    [StoreFact]
    public async Task A_schedule_that_a_turn_changed_meanwhile_is_left_alone()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        Clock.Advance(Duration.FromMinutes(31));

        var alone = Get<IStore>().IsAlone;
        Task<TurnEnd>? stop = null;
        var steps = await Plan.PlanDueAsync(10, StopThenStep, CancellationToken.None);
        await stop!;

        // Beside others the planner holds the schedule while it thinks, and the turn comes right after it.
        Assert.Equal(alone ? 0 : 1, steps.Count);
        Assert.Equal(alone ? 0 : 1, (await FactsAsync()).Nudges30Days.Length);
        Clock.Advance(Duration.FromDays(1));
        Assert.Empty(await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None));

        PlanStep StopThenStep(DueSchedule due, Instant now)
        {
            stop = Task.Run(() => SayAsync("stop", person => person with { Standing = new Standing.Stopped() }));
            if (alone)
            {
                stop.GetAwaiter().GetResult();
            }

            return Some.Step(due, now);
        }
    }

    [StoreFact]
    public async Task A_stopped_person_has_nothing_due_and_resuming_goes_on_from_now()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        await SayAsync("stop", person => person with { Standing = new Standing.Stopped() });
        Clock.Advance(Duration.FromDays(2) + Duration.FromHours(1));
        var stopped = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);

        await SayAsync("resume", person => person with { Standing = new Standing.On() });
        var atOnce = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);
        Clock.Advance(Duration.FromDays(1));
        var next = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);

        Assert.Empty(stopped);
        Assert.Empty(atOnce);
        Assert.Equal(new LocalDateTime(2026, 11, 26, 10, 30), Assert.Single(next).Row.Nudge!.Slot.At);
    }

    [StoreFact]
    public async Task A_new_zone_moves_every_schedule_and_an_unrelated_turn_moves_none()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        await SayAsync("hello", person => person with { Language = "de" });
        await SayAsync("moved", person => person with { Zone = "Europe/London" });
        Clock.Advance(Duration.FromMinutes(31));

        var berlin = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);
        Clock.Advance(Duration.FromHours(1));
        var london = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);

        Assert.Empty(berlin);
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 10, 30), Assert.Single(london).Row.NotBefore);
    }

    [StoreFact]
    public async Task A_turn_made_before_the_planner_came_does_not_bring_its_slot_back()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        var old = await FactsAsync();
        Clock.Advance(Duration.FromMinutes(31));
        await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);

        var end = await Turns.CommitAsync(
            Some.Heard("zone", Home), old.Person.Version, new(old.Person with { Zone = "Europe/London" }, [], [], "x"), null, CancellationToken.None);
        Clock.Advance(Duration.FromHours(1));

        Assert.IsType<TurnEnd.Committed>(end);
        Assert.Empty(await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None));
        Assert.Single((await FactsAsync()).Nudges30Days);
    }

    [StoreFact]
    public async Task Slots_that_a_turn_passes_over_do_not_come_unless_it_is_taken_back()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        var before = (await FactsAsync()).Person;
        var passed = before with { Schedules = [before.Schedules[0] with { DoneThrough = before.Schedules[0].DoneThrough.Date.At(new(23, 59)) }] };
        await Turns.CommitAsync(Some.Heard("skip", Home), before.Version, new(passed, [], [], "x"), null, CancellationToken.None);
        Clock.Advance(Duration.FromMinutes(31));
        var none = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);
        Clock.Advance(-Duration.FromMinutes(31));

        var kept = (await FactsAsync()).Person;
        await Turns.CommitAsync(
            Some.Heard("undo", Home), kept.Version, new(kept with { Schedules = before.Schedules }, [], [], "x"), null, CancellationToken.None);
        Clock.Advance(Duration.FromMinutes(31));

        Assert.Empty(none);
        Assert.Single(await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None));
    }

    [StoreFact]
    public async Task Planners_that_run_at_once_commit_each_slot_once()
    {
        await KnownAsync([.. Enumerable.Range(0, 20).Select(i => Some.Weekdays("s" + i, 10, 30))]);
        Clock.Advance(Duration.FromHours(1));
        var committed = new ConcurrentBag<PlanStep>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 4), async (_, cancellationToken) =>
        {
            foreach (var step in await Plan.PlanDueAsync(20, Some.Step, cancellationToken))
            {
                committed.Add(step);
            }
        });

        Assert.Equal(20, committed.Select(step => step.Row.Id).Distinct().Count());
        Assert.Equal(20, committed.Count);
    }

    [StoreFact]
    public async Task A_step_that_fails_parks_its_schedule_and_no_other()
    {
        await KnownAsync(Some.Weekdays("bad", 10, 30), Some.Weekdays("good", 10, 30));
        Clock.Advance(Duration.FromHours(1));

        var steps = await Plan.PlanDueAsync(10, FailOnBad, CancellationToken.None);
        var again = await Plan.PlanDueAsync(10, Some.Step, CancellationToken.None);

        Assert.Equal(Some.Weekdays("good", 10, 30).Id, Assert.Single(steps).After.Id);
        Assert.Empty(again);

        static PlanStep FailOnBad(DueSchedule due, Instant now) =>
            due.Schedule.Id == Some.Weekdays("bad", 10, 30).Id ? throw new InvalidOperationException("A defect.") : Some.Step(due, now);
    }
}
