using CsCheck;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class PreviewTallyTests
{
    private static readonly Instant HalfPastTen = Some.At(10, 30);

    [Fact]
    public void Ten_thousand_due_in_one_minute_take_four_hundred_seconds()
    {
        var load = Load(25, Enumerable.Repeat(At(HalfPastTen), 10_000));

        var lane = Assert.Single(load.Lanes);
        Assert.Equal(("contoso", 10_000, HalfPastTen), (lane.Lane, lane.Peak, lane.PeakAt));
        Assert.Equal((HalfPastTen, 10_000), (lane.Worst!.From, lane.Worst.Queue));
        Assert.Equal(399.96, lane.Worst.Wait.TotalSeconds, 6);
        Assert.Equal(399.96, (lane.Worst.LastOut - HalfPastTen).TotalSeconds, 6);
        Assert.Equal((10_000, 0), (load.Sent, load.TooLate));
    }

    [Fact]
    public void What_the_pace_cannot_carry_within_its_grace_is_counted()
    {
        var crowd = Enumerable.Repeat(At(HalfPastTen) with { Grace = Duration.FromSeconds(1) }, 50).ToList();

        Assert.Equal(50 - 26, Load(25, crowd).TooLate);
        Assert.Equal(0, Load(0, crowd).TooLate);
    }

    [Fact]
    public void A_crowd_that_comes_while_another_waits_joins_its_queue()
    {
        var load = Load(25, [.. Enumerable.Repeat(At(HalfPastTen + Duration.FromSeconds(2)), 50), .. Enumerable.Repeat(At(HalfPastTen), 100)]);

        var worst = load.Lanes[0].Worst!;
        Assert.Equal((HalfPastTen, 100), (worst.From, worst.Queue));
        Assert.Equal(3.96, worst.Wait.TotalSeconds, 6);
        Assert.Equal(5.96, (worst.LastOut - HalfPastTen).TotalSeconds, 6);
    }

    [Fact]
    public void Time_in_which_nobody_waits_is_not_saved_up()
    {
        var load = Load(25, [At(HalfPastTen - Duration.FromHours(1)), .. Enumerable.Repeat(At(HalfPastTen), 26)]);

        Assert.Equal(HalfPastTen, load.Lanes[0].Worst!.From);
        Assert.Equal(Duration.FromSeconds(1), load.LongestWait);
    }

    [Fact]
    public void Each_lane_has_a_pace_of_its_own_and_the_one_with_the_longest_wait_comes_first()
    {
        var load = Load(25, [.. Enumerable.Repeat(At(HalfPastTen), 10), .. Enumerable.Repeat(At(HalfPastTen) with { Lane = "fabrikam" }, 40)]);

        Assert.Equal([("fabrikam", 40), ("contoso", 10)], load.Lanes.Select(lane => (lane.Lane, lane.Peak)));
        Assert.Equal((40, HalfPastTen), load.Peak);
    }

    [Fact]
    public void What_a_gate_stops_at_the_door_takes_its_turn_and_is_never_too_late_and_what_is_paused_takes_none()
    {
        var stopped = At(HalfPastTen) with { Gate = "twin", Grace = Duration.Zero };
        var paused = At(HalfPastTen) with { Gate = "paused", Planned = false };

        var load = Load(25, [At(HalfPastTen), .. Enumerable.Repeat(stopped, 25), .. Enumerable.Repeat(paused, 1000)]);

        Assert.Equal(Duration.FromSeconds(1), load.LongestWait);
        Assert.Equal((1, 1025, 1, 0), (load.Sent, load.Stopped, load.Peak!.Value.Count, load.TooLate));
        Assert.Equal([("paused", 1000), ("twin", 25)], load.StoppedByGate.OrderBy(gate => gate.Key).Select(gate => (gate.Key, gate.Value)));
    }

    [Fact]
    public void Of_nothing_there_is_no_peak_and_no_wait()
    {
        var load = new PreviewTally(25).Load();

        Assert.Equal((0, 0, 0, Duration.Zero), (load.People, load.Sent, load.Stopped, load.LongestWait));
        Assert.Null(load.Peak);
    }

    /// <summary>The law against a queue that is walked through one by one.</summary>
    [Fact]
    public void Counted_by_the_second_the_queue_is_what_it_is_one_by_one() =>
        Gen.Select(Gen.Int[1, 50], Gen.Select(Gen.Int[0, 40], Gen.Int[0, 3]).List[1, 300]).Always((perSecond, dues) =>
        {
            var nudges = dues.ConvertAll(due => At(HalfPastTen + Duration.FromSeconds(due.Item1)) with { Grace = Duration.FromSeconds(due.Item2) });

            var load = Load(perSecond, nudges);

            var free = Instant.MinValue;
            var waits = new List<(double Wait, Duration Grace)>();
            foreach (var nudge in nudges.OrderBy(nudge => nudge.Due).ThenByDescending(nudge => nudge.Grace))
            {
                free = Instant.Max(free, nudge.Due);
                waits.Add(((free - nudge.Due).TotalSeconds, nudge.Grace));
                free += Duration.FromSeconds(1.0 / perSecond);
            }

            Assert.Equal(waits.Max(wait => wait.Wait), load.LongestWait.TotalSeconds, 4);
            Assert.Equal(waits.Count(wait => wait.Wait > wait.Grace.TotalSeconds + 1e-4), load.TooLate);
        });

    private static PreviewLoad Load(int perSecond, IEnumerable<PreviewedNudge> nudges)
    {
        var tally = new PreviewTally(perSecond);
        tally.Add(nudges.ToList());
        return tally.Load();
    }

    private static PreviewedNudge At(Instant due) => new(
        Some.Person().Id, "contoso", default, NudgeKind.Walk, due, DateTimeZone.Utc, "rule", ClockMark.None, Gate: null, Planned: true,
        Duration.FromHours(1));
}
