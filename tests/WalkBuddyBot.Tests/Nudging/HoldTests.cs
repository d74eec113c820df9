using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>An operator's word over all nudges.</summary>
public sealed class HoldTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly NudgeWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task While_nudges_are_held_none_is_even_leased_and_on_release_they_go_out()
    {
        _world.Outbox.With(_world.Waiting(2));
        await _world.Hold.HoldAsync(None);

        var held = await _world.Door.RunAsync(None);
        var log = string.Join(", ", _world.Outbox.Log);
        await _world.Hold.ReleaseAsync(None);
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        var released = await _world.Door.RunAsync(None);

        Assert.Equal((0, 2), (held.Sent, released.Sent));
        Assert.Equal("", log);
    }

    [Fact]
    public async Task A_reply_is_never_held()
    {
        var reply = Outgoing.ReplyTo(Some.Heard(), 0, null, Reply.Say("Call 112 now.") with { Urgency = Urgency.Safety }, Some.At(10, 0));
        _world.Outbox.With([reply, .. _world.Waiting(1)]);
        await _world.Hold.HoldAsync(None);

        await _world.Door.RunAsync(None);

        Assert.Equal(reply.Id, Assert.Single(_world.Courier.Delivered).Id);
    }

    [Fact]
    public async Task A_word_given_in_the_middle_of_a_backlog_is_obeyed_at_the_next_group()
    {
        _world.Outbox.With(_world.Waiting(40));
        _world.Courier.Deliver = async (row, _) =>
        {
            await _world.Hold.HoldAsync(None);
            _world.Time.Advance(TimeSpan.FromMilliseconds(200));
            return row with { State = OutgoingState.Sent };
        };

        var result = await _world.Door.RunAsync(None);

        Assert.Equal(4, result.Sent);
    }

    [Fact]
    public async Task What_comes_too_late_meanwhile_is_dropped_and_counted_as_late_and_the_rest_waits()
    {
        var late = Some.Nudge();
        var fresh = _world.Waiting(1)[0];
        _world.Outbox.With(late with { Stale = Some.At(10, 29) }, fresh);
        await _world.Hold.HoldAsync(None);

        var result = await _world.Door.RunAsync(None);

        Assert.Equal((OutgoingState.Dropped, DropReasons.Late), (_world.Outbox[late.Id].State, _world.Outbox[late.Id].Reason));
        Assert.Equal(OutgoingState.Waiting, _world.Outbox[fresh.Id].State);
        Assert.Equal(1, result.Dropped);
        Assert.Equal(1, _world.Counted.Of(NudgeMeters.DroppedName, DropReasons.Late));
    }

    [Fact]
    public async Task A_backlog_of_batches_asks_the_memory_twice_a_second_at_most()
    {
        _world.Outbox.With(_world.Waiting(100));

        await _world.Door.RunAsync(None);

        Assert.Equal(1, _world.Hold.Asked);
    }
}
