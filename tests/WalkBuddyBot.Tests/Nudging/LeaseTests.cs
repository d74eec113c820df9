using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>What a node holds it holds no longer than it lives, and what it marked it uses at once or not at all.</summary>
public sealed class LeaseTests
{
    [Fact]
    public void A_node_that_was_stopped_between_the_mark_and_the_call_sends_nothing_when_it_goes_on()
    {
        using var traffic = new Traffic();
        traffic.Outbox.With(traffic.Crowd(1));
        traffic.Outbox.BeforeMarking = async () =>
        {
            await Task.Yield();
            traffic.Clock.Advance(Duration.FromSeconds(30));
            traffic.Time.Advance(TimeSpan.FromSeconds(30));
        };

        traffic.Pass(1);
        var calls = traffic.Calls.Count;
        var given = traffic.Outbox.Rows[0];
        traffic.Outbox.BeforeMarking = () => Task.CompletedTask;
        traffic.Pass(2);

        Assert.Equal((0, OutgoingState.Waiting, 0), (calls, given.State, given.Attempts));
        Assert.Single(traffic.Calls);
    }

    [Fact]
    public void What_is_under_way_for_long_has_its_lease_renewed_until_it_has_ended()
    {
        using var traffic = new Traffic();
        var answer = new TaskCompletionSource<Outgoing>();
        traffic.Outbox.With(traffic.Crowd(1));
        traffic.Answer = _ => answer.Task;
        var inHand = traffic.Nodes[0].InHand;

        traffic.Pass(1);
        Renew();
        traffic.Pass(3);
        Renew();
        answer.SetResult(Traffic.Sent(traffic.Calls[0].Row));
        traffic.Pass(4);
        Renew();

        Assert.Equal([traffic.Outbox.Rows[0].Id], Assert.Single(traffic.Outbox.Renewed));
        Assert.Equal(0, inHand.Count);

        void Renew() => Assert.True(inHand.RenewAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public void Nothing_stays_in_hand_that_was_dropped_put_back_or_never_marked()
    {
        using var traffic = new Traffic();
        var crowd = traffic.Crowd(40);
        traffic.Outbox.With(crowd).With(crowd[0] with { Id = Domain.Some.Nudge().Id, Stale = crowd[0].NotBefore - Duration.FromSeconds(1) });
        traffic.Outbox.Poison.Add(crowd[5].Id);
        traffic.LaneWaits = row => row.Id == crowd[20].Id ? Duration.FromSeconds(3) : null;

        traffic.Pass(10);

        Assert.Equal(0, traffic.Nodes[0].InHand.Count);
        Assert.Single(traffic.Outbox.Rows, row => row.State == OutgoingState.Dropped);
        Assert.Equal(39, traffic.Outbox.Rows.Count(row => row.State == OutgoingState.Sent));
    }

    [Fact]
    public void What_was_sent_while_the_memory_went_away_is_written_when_it_is_back_and_not_sent_again()
    {
        using var traffic = new Traffic();
        traffic.Outbox.With(traffic.Crowd(8));
        var away = true;
        traffic.Outbox.BeforeSettling = () => away ? throw new InvalidOperationException("The memory is away.") : Task.CompletedTask;

        traffic.Pass(60);
        away = false;
        traffic.Pass(5);

        Assert.All(traffic.Outbox.Rows, row => Assert.Equal(OutgoingState.Sent, row.State));
        Assert.Equal(8, traffic.Calls.Count);
        Assert.Equal(0, traffic.Nodes[0].InHand.Count);
    }

    [Fact]
    public void A_row_whose_end_cannot_be_written_holds_up_no_other()
    {
        using var traffic = new Traffic();
        var crowd = traffic.Crowd(50);
        traffic.Outbox.With(crowd).Unwritable.Add(crowd[3].Id);

        traffic.Pass(4);

        Assert.Equal(49, traffic.Outbox.Rows.Count(row => row.State == OutgoingState.Sent));
    }

    [Fact]
    public void A_service_that_stops_ends_what_has_begun_and_gives_the_rest_back()
    {
        using var traffic = new Traffic();
        traffic.Outbox.With(traffic.Crowd(100));
        Task? stopped = null;
        var sent = 0;

        traffic.Pass(2);
        traffic.Do(() => stopped = traffic.Nodes[0].Door.StopAsync(CancellationToken.None));
        sent = traffic.Calls.Count;
        traffic.Pass(2);

        Assert.True(stopped!.IsCompletedSuccessfully);
        Assert.InRange(traffic.Calls.Count, sent, sent + 8);
        Assert.DoesNotContain(traffic.Outbox.Rows, row => row.State is OutgoingState.Leased or OutgoingState.Sending);
        Assert.Equal(0, traffic.Nodes[0].InHand.Count);
    }
}
