using Moq;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class NudgeDoorTests : IDisposable
{
    private readonly NudgeWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_nudge_is_leased_marked_composed_delivered_once_and_settled()
    {
        var nudge = Some.Nudge();
        _world.Outbox.With(nudge);

        var result = await _world.Door.RunAsync(CancellationToken.None);

        var delivered = Assert.Single(_world.Courier.Delivered);
        Assert.Equal((nudge.Id, OutgoingState.Sending), (delivered.Id, delivered.State));
        Assert.Equal("10 minutes for your back?", Assert.IsType<CardModel.Nudge>(delivered.Body!.Card).Heading);
        Assert.Equal(["lease contoso", "mark 1", "settle 1"], _world.Outbox.Log);
        Assert.Equal(OutgoingState.Sent, _world.Outbox[nudge.Id].State);
        Assert.Equal(1, result.Sent);
        Assert.Equal(1, _world.Counted.Of(NudgeMeters.SentName));
        Assert.Equal(1, _world.Counted.Of(NudgeMeters.LateName));
    }

    [Fact]
    public async Task What_a_gate_holds_back_is_not_delivered_and_its_reason_is_counted()
    {
        using var world = new NudgeWorld(Some.Facts(Some.Person() with { Standing = new Standing.Stopped() }));
        var nudge = Some.Nudge();
        world.Outbox.With(nudge);

        var result = await world.Door.RunAsync(CancellationToken.None);

        Assert.Empty(world.Courier.Delivered);
        Assert.Equal((OutgoingState.Dropped, "stopped"), (world.Outbox[nudge.Id].State, world.Outbox[nudge.Id].Reason));
        Assert.Equal(1, result.Dropped);
        Assert.Equal(1, world.Counted.Of(NudgeMeters.DroppedName, "stopped"));
    }

    [Fact]
    public async Task A_backlog_is_leased_in_batches_of_sixteen_and_marked_in_groups_that_leave_at_once()
    {
        _world.Outbox.With(_world.Waiting(40));

        var result = await _world.Door.RunAsync(CancellationToken.None);

        Assert.Equal(40, result.Sent);
        Assert.Equal(3, _world.Outbox.Log.Count(line => line == "lease contoso"));
        Assert.Equal(10, _world.Outbox.Log.Count(line => line == "mark 4"));
    }

    [Fact]
    public async Task Where_nothing_is_paced_a_backlog_is_leased_and_marked_in_large_batches()
    {
        using var world = new NudgeWorld(options: new NudgeOptions { PerTenantPerSecond = 0 });
        world.Outbox.With(world.Waiting(200));

        var result = await world.Door.RunAsync(CancellationToken.None);

        Assert.Equal(200, result.Sent);
        Assert.Equal(["mark 128", "mark 72"], world.Outbox.Log.Where(line => line.StartsWith("mark", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_more_is_sent_than_there_are_permits_and_the_rest_waits_as_before()
    {
        using var world = new NudgeWorld(permits: 20);
        world.Outbox.With(world.Waiting(40));

        var result = await world.Door.RunAsync(CancellationToken.None);

        Assert.Equal(20, result.Sent);
        Assert.Equal(20, world.Outbox.Rows.Count(row => row.State == OutgoingState.Waiting));
    }

    [Fact]
    public async Task Replies_left_over_by_a_crash_keep_no_pace()
    {
        using var world = new NudgeWorld(permits: 0);
        var reply = Outgoing.ReplyTo(Some.Heard(), 0, null, Reply.Say("Hello."), world.Clock.GetCurrentInstant());
        world.Outbox.With([reply, .. world.Waiting(1)]);

        await world.Door.RunAsync(CancellationToken.None);

        Assert.Equal(reply.Id, Assert.Single(world.Courier.Delivered).Id);
        Assert.Equal(["contoso"], world.Pace.Asked);
    }

    [Fact]
    public async Task Replies_left_over_by_a_crash_keep_their_order_when_one_of_them_must_wait()
    {
        var now = _world.Clock.GetCurrentInstant();
        Outgoing[] replies = [.. Enumerable.Range(0, 3).Select(i => Outgoing.ReplyTo(Some.Heard(), i, null, Reply.Say($"{i}"), now))];
        _world.Outbox.With(replies);
        _world.Courier.Deliver = (row, _) => Task.FromResult(row.Id == replies[1].Id
            ? row with { State = OutgoingState.Waiting, NotBefore = now + Duration.FromSeconds(1), Reason = "busy" }
            : row with { State = OutgoingState.Sent });

        await _world.Door.RunAsync(CancellationToken.None);

        Assert.Equal(["0", "1"], _world.Courier.Delivered.Select(row => row.Body!.Text));
        Assert.Equal(
            (OutgoingState.Waiting, "in order", now + Duration.FromSeconds(1)),
            (_world.Outbox[replies[2].Id].State, _world.Outbox[replies[2].Id].Reason, _world.Outbox[replies[2].Id].NotBefore));
    }

    [Fact]
    public async Task A_long_backlog_of_one_tenant_delays_no_other()
    {
        using var world = new NudgeWorld(lanesAtOnce: 1);
        world.Outbox.With(world.Waiting(320, "big"));
        string[] small = ["a", "b", "c", "d", "e", "f"];
        world.Outbox.With(small.SelectMany(lane => world.Waiting(1, lane)));

        await world.Door.RunAsync(CancellationToken.None);

        // Twenty batches of the big one; every small one has had its turn before the second of them.
        var leases = world.Outbox.Log.Where(line => line.StartsWith("lease", StringComparison.Ordinal)).Take(8);
        Assert.Equal(["lease big", .. small.Select(lane => $"lease {lane}"), "lease big"], leases);
        Assert.Equal(326, world.Courier.Delivered.Count);
    }

    [Fact]
    public async Task A_channel_that_hangs_does_not_hold_up_the_other_lanes()
    {
        var hanging = new TaskCompletionSource<Outgoing>();
        var others = new TaskCompletionSource();
        _world.Outbox.With(_world.Waiting(1, "stuck")).With(_world.Waiting(1, "free"));
        _world.Courier.Deliver = (row, _) =>
        {
            if (row.Lane == "stuck")
            {
                return hanging.Task;
            }

            others.SetResult();
            return Task.FromResult(row with { State = OutgoingState.Sent });
        };

        var running = _world.Door.RunAsync(CancellationToken.None);
        await others.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(running.IsCompleted);
        hanging.SetResult(_world.Outbox.Rows.Single(row => row.Lane == "stuck") with { State = OutgoingState.Sent });

        Assert.Equal(2, (await running).Sent);
    }

    [Fact]
    public async Task A_delivery_is_cut_off_before_its_lease_ends()
    {
        var begun = new TaskCompletionSource();
        var nudge = Some.Nudge();
        _world.Outbox.With(nudge);
        _world.Courier.Deliver = async (row, cancellation) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _world.Time, cancellation);
            return row;
        };

        var running = _world.Door.RunAsync(CancellationToken.None);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _world.Time.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal(1, (await running.WaitAsync(TimeSpan.FromSeconds(30))).Unsettled);
        Assert.Equal(OutgoingState.Uncertain, _world.Outbox[nudge.Id].State);
        Assert.Equal(1, _world.Counted.Of(NudgeMeters.UncertainName));
    }

    [Fact]
    public async Task A_row_that_cannot_be_marked_is_put_aside_and_the_others_go()
    {
        var rows = _world.Waiting(5);
        _world.Outbox.With(rows).Poison.Add(rows[0].Id);

        var result = await _world.Door.RunAsync(CancellationToken.None);

        Assert.Equal((4, 1), (result.Sent, result.PutBack));
        var aside = _world.Outbox[rows[0].Id];
        Assert.Equal((OutgoingState.Waiting, 1), (aside.State, aside.Attempts));
        Assert.True(aside.NotBefore > _world.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task A_row_that_can_never_be_marked_fails_in_the_end()
    {
        var row = _world.Waiting(1)[0] with { Attempts = 9 };
        _world.Outbox.With(row).Poison.Add(row.Id);

        await _world.Door.RunAsync(CancellationToken.None);

        Assert.Equal(OutgoingState.Failed, _world.Outbox[row.Id].State);
    }

    [Fact]
    public async Task A_row_that_cannot_be_composed_is_dropped_as_our_defect_and_the_others_go()
    {
        var rows = Array.Empty<Outgoing>();
        var composer = new Mock<INudgeComposer>();
        composer.SetupGet(one => one.Kind).Returns(NudgeKind.Walk);
        composer.Setup(one => one.Compose(It.IsAny<Outgoing>(), It.IsAny<PersonFacts>(), It.IsAny<Instant>()))
            .Returns((Outgoing row, PersonFacts _, Instant _) => row.Id == rows[1].Id
                ? throw new InvalidOperationException("No words.")
                : new Verdict.Send(Reply.Say("A walk?"), NudgeKind.Walk, Tip: null));
        using var world = new NudgeWorld(composer: composer.Object);
        rows = world.Waiting(3);
        world.Outbox.With(rows);

        var result = await world.Door.RunAsync(CancellationToken.None);

        Assert.Equal((2, 1), (result.Sent, result.Dropped));
        Assert.Equal(1, world.Counted.Of(NudgeMeters.DroppedName, DropReasons.Defect));
    }

    [Fact]
    public async Task A_kind_that_no_class_speaks_for_is_dropped_and_counted()
    {
        var nudge = Some.Nudge();
        _world.Outbox.With(nudge with { Nudge = nudge.Nudge! with { Kind = new NudgeKind("dance") } });

        await _world.Door.RunAsync(CancellationToken.None);

        Assert.Equal(1, _world.Counted.Of(NudgeMeters.DroppedName, DropReasons.UnknownKind));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_settled_is_settled_row_by_row()
    {
        var rows = _world.Waiting(3);
        _world.Outbox.With(rows).Unsettleable.Add(rows[1].Id);

        await _world.Door.RunAsync(CancellationToken.None);

        Assert.All(_world.Outbox.Rows, row => Assert.Equal(OutgoingState.Sent, row.State));
        Assert.Equal(3, _world.Courier.Delivered.Count);
    }

    [Fact]
    public async Task A_channel_that_asks_to_wait_holds_its_lane_and_no_other()
    {
        _world.Outbox.With(_world.Waiting(20, "busy")).With(_world.Waiting(1, "free"));
        _world.Courier.LaneWaits = row => row.Lane == "busy" ? Duration.FromSeconds(30) : null;
        _world.Courier.Deliver = (row, _) => Task.FromResult(row.Lane == "free"
            ? row with { State = OutgoingState.Sent }
            : row with { State = OutgoingState.Waiting, NotBefore = _world.Clock.GetCurrentInstant() + Duration.FromSeconds(30) });

        var result = await _world.Door.RunAsync(CancellationToken.None);

        Assert.Equal(("busy", Duration.FromSeconds(30)), Assert.Single(_world.Pace.Held));
        Assert.Equal((1, 4), (result.Sent, result.PutBack));
        Assert.Equal(["busy", "free"], _world.Courier.Delivered.Select(row => row.Lane).Order());
        Assert.All(_world.Outbox.Rows.Where(row => row.Lane == "busy"), row => Assert.Equal(OutgoingState.Waiting, row.State));
    }
}
