using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>The pace of a lane, second by second, with time that stands still while anything is left to do.</summary>
public sealed class PaceTests
{
    private const int Rate = 25;

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(500)]
    public void A_crowd_leaves_at_the_rate_of_its_lane_whatever_time_the_channel_takes(int milliseconds)
    {
        using var traffic = new Traffic();
        traffic.Outbox.With(traffic.Crowd(20 * Rate));
        traffic.Answer = async row =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), traffic.Time);
            return Traffic.Sent(row);
        };

        traffic.Pass(21.5);

        Assert.All(traffic.Outbox.Rows, row => Assert.Equal(OutgoingState.Sent, row.State));
        Assert.Equal(20 * Rate, traffic.Calls.DistinctBy(call => call.Row.Id).Count());
        Assert.InRange(traffic.Calls[^1].At - traffic.Calls[0].At, Duration.FromSeconds(19), Duration.FromSeconds(21));
        Assert.InRange(traffic.Peak(), Rate - 1, Rate + 2);
    }

    [Fact]
    public void Three_nodes_together_keep_the_rate_of_one()
    {
        using var traffic = new Traffic(nodes: 3);
        traffic.Outbox.With(traffic.Crowd(20 * Rate));

        traffic.Pass(21);

        Assert.Equal(20 * Rate, traffic.Calls.Count);
        Assert.InRange(traffic.Peak(), Rate - 1, Rate + 2);
    }

    [Fact]
    public void A_memory_that_marks_slowly_costs_speed_and_never_the_rate()
    {
        using var traffic = new Traffic(nodes: 3);
        var marked = 0;
        traffic.Outbox.With(traffic.Crowd(10 * Rate));
        traffic.Outbox.BeforeMarking = () => Task.Delay(TimeSpan.FromMilliseconds(marked++ % 7 == 0 ? 600 : 20), traffic.Time);

        traffic.Pass(30);

        Assert.Equal(10 * Rate, traffic.Calls.Count);
        Assert.InRange(traffic.Peak(), 1, Rate + 2);
    }

    [Fact]
    public void A_thousand_a_minute_leave_within_a_second_and_a_half_of_their_time()
    {
        using var traffic = new Traffic();
        var now = traffic.Clock.GetCurrentInstant();
        traffic.Outbox.With(traffic.Crowd(500).Select((row, i) => row with { NotBefore = now + Duration.FromMilliseconds(60 * i) }));
        traffic.Answer = async row =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), traffic.Time);
            return Traffic.Sent(row);
        };

        traffic.Pass(33);

        var late = traffic.Calls.Select(call => call.At - call.Row.NotBefore).Order().ToList();
        Assert.Equal(500, late.Count);
        Assert.InRange(late[^1], Duration.Zero, Duration.FromMilliseconds(1300));
    }

    [Fact]
    public void A_channel_that_hangs_holds_up_neither_its_own_lane_nor_another()
    {
        using var traffic = new Traffic();
        traffic.Outbox.With(traffic.Crowd(100)).With(traffic.Crowd(100, "other"));
        var hanging = traffic.Outbox.Rows[0].Id;
        traffic.Answer = row => row.Id == hanging ? new TaskCompletionSource<Outgoing>().Task : Task.FromResult(Traffic.Sent(row));

        traffic.Pass(5);

        Assert.Equal(199, traffic.Outbox.Rows.Count(row => row.State == OutgoingState.Sent));
        Assert.InRange(traffic.Calls[^1].At - traffic.Calls[0].At, Duration.Zero, Duration.FromSeconds(4.2));
    }

    [Fact]
    public void Retry_after_keeps_every_node_quiet_for_so_long_and_then_all_of_it_goes()
    {
        using var traffic = new Traffic(nodes: 3);
        var start = traffic.Clock.GetCurrentInstant();
        var open = start + Duration.FromSeconds(95);
        traffic.Outbox.With(traffic.Crowd(10 * Rate));
        traffic.LaneWaits = row => traffic.Clock.GetCurrentInstant() < open ? Duration.FromSeconds(30) : null;
        traffic.Answer = row => Task.FromResult(traffic.Clock.GetCurrentInstant() < open
            ? row with { State = OutgoingState.Waiting, NotBefore = traffic.Clock.GetCurrentInstant() + Duration.FromSeconds(30) }
            : Traffic.Sent(row));

        traffic.Pass(140);

        // One or two of each node were under way when the word came.
        var refused = traffic.Calls.Count(call => call.At < open);
        Assert.InRange(refused, 4, 4 * 6);
        Assert.All(traffic.Outbox.Rows, row => Assert.Equal(OutgoingState.Sent, row.State));
        Assert.InRange(traffic.Peak(), 1, Rate + 2);
    }

    [Fact]
    public void A_channel_that_names_no_time_or_none_worth_the_name_is_asked_ever_more_rarely()
    {
        using var traffic = new Traffic();
        traffic.Outbox.With(traffic.Crowd(10 * Rate));
        traffic.LaneWaits = _ => Duration.Zero;
        traffic.Answer = row => Task.FromResult(
            row with { State = OutgoingState.Waiting, NotBefore = traffic.Clock.GetCurrentInstant() + Duration.FromSeconds(1) });

        traffic.Pass(120);

        Assert.InRange(traffic.Calls.Count, 5, 20);
        Assert.InRange(traffic.Pace.Asked, 5, 60);
    }

    [Fact]
    public void A_third_of_the_calls_refused_still_drains_within_the_rate()
    {
        using var traffic = new Traffic();
        var turn = 0;
        traffic.Outbox.With(traffic.Crowd(4 * Rate));
        var refuse = new HashSet<Instant>();
        traffic.LaneWaits = row => refuse.Contains(traffic.Clock.GetCurrentInstant()) ? Duration.FromSeconds(1) : null;
        traffic.Answer = row =>
        {
            if (turn++ % 3 != 0)
            {
                return Task.FromResult(Traffic.Sent(row));
            }

            refuse.Add(traffic.Clock.GetCurrentInstant());
            return Task.FromResult(row with { State = OutgoingState.Waiting, NotBefore = traffic.Clock.GetCurrentInstant() + Duration.FromSeconds(1) });
        };

        traffic.Pass(120);

        Assert.All(traffic.Outbox.Rows, row => Assert.Equal(OutgoingState.Sent, row.State));
        Assert.InRange(traffic.Peak(), 1, Rate + 2);
    }

    [Fact]
    public void One_in_a_hundred_that_always_fails_delays_the_others_by_nothing_that_counts()
    {
        var without = Delays(poisoned: false);
        var with = Delays(poisoned: true);

        Assert.Equal(990, with.Count);
        Assert.All(with, late => Assert.InRange(late.Value, Duration.Zero, without[late.Key] + Duration.FromSeconds(1.5)));
    }

    private static Dictionary<OutgoingId, Duration> Delays(bool poisoned)
    {
        using var traffic = new Traffic();
        var crowd = traffic.Crowd(1000);
        var poison = crowd.Where((_, i) => i % 100 == 7).Select(row => row.Id).ToHashSet();
        traffic.Outbox.With(crowd);
        if (poisoned)
        {
            traffic.Outbox.Poison.UnionWith(poison);
        }

        traffic.Pass(46);

        return traffic.Calls.Where(call => !poison.Contains(call.Row.Id)).ToDictionary(call => call.Row.Id, call => call.At - Domain.Some.At(10, 30));
    }
}
