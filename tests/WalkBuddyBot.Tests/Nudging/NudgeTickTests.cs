using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Nudging.Planning;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class NudgeTickTests : IDisposable
{
    private readonly NudgeWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_tick_notes_when_it_came_to_its_end()
    {
        var health = new TickHealth(_world.Clock);
        Assert.Null(health.LastFinished);

        var result = await Tick(_world.Planner, health).RunAsync(CancellationToken.None);

        Assert.True(result.Whole);
        Assert.Equal(_world.Clock.GetCurrentInstant(), health.LastFinished);
    }

    [Fact]
    public async Task When_planning_fails_what_waits_is_sent_all_the_same_and_health_tells()
    {
        var health = new TickHealth(_world.Clock);
        var plan = new Mock<IPlan>();
        plan.Setup(port => port.PlanDueAsync(It.IsAny<int>(), It.IsAny<Func<DueSchedule, Instant, PlanStep>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("The database is away."));
        var planner =
            new NudgePlanner(plan.Object, new NudgeKinds([]), Some.Zones, _world.Counted.Meters, NullLogger<NudgePlanner>.Instance);
        _world.Outbox.With(Some.Nudge());

        var result = await Tick(planner, health).RunAsync(CancellationToken.None);

        Assert.Equal((1, false), (result.Sent, result.Whole));
        Assert.Null(health.LastFinished);
    }

    [Fact]
    public async Task A_beat_waits_for_no_channel_and_is_whole_all_the_same()
    {
        var health = new TickHealth(_world.Clock);
        var begun = new TaskCompletionSource();
        _world.Outbox.With(Some.Nudge());
        _world.Courier.Deliver = (_, _) =>
        {
            begun.SetResult();
            return new TaskCompletionSource<Outgoing>().Task;
        };

        await Tick(_world.Planner, health).BeatAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(_world.Clock.GetCurrentInstant(), health.LastFinished);
    }

    [Fact]
    public async Task The_first_recovery_that_succeeds_is_the_one_at_start()
    {
        _world.Outbox.Recoveries.Enqueue(() => throw new InvalidOperationException("The database is away."));
        _world.Outbox.Recoveries.Enqueue(() => [Some.Nudge(state: OutgoingState.Uncertain)]);
        using var recovery = new NudgeRecovery(_world.Outbox, _world.InHand, _world.Counted.Meters, NullLogger<NudgeRecovery>.Instance);

        await Assert.ThrowsAsync<InvalidOperationException>(() => recovery.RunAsync(CancellationToken.None));
        var uncertain = await recovery.RunAsync(CancellationToken.None);
        await recovery.RunAsync(CancellationToken.None);

        Assert.Equal(1, uncertain);
        Assert.Equal([true, true, false], _world.Outbox.RecoveredAtStart);
        Assert.Equal(1, _world.Counted.Of(NudgeMeters.UncertainName));
    }

    private NudgeTick Tick(NudgePlanner planner, TickHealth health) => new(planner, _world.Door, health, NullLogger<NudgeTick>.Instance);
}
