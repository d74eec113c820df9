using Microsoft.Extensions.Time.Testing;
using WalkBuddyBot.BotFramework.Limits;

namespace WalkBuddyBot.Tests.BotFramework.Limits;

/// <summary>The laws of a rate, whoever calls and however.</summary>
public sealed class RateLimiterTests
{
    private const string Ann = "ann";

    private readonly FakeTimeProvider _time = WebChat.NewTime();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(120)]
    public void A_whole_budget_may_be_spent_at_once_and_comes_back_evenly(int calls)
    {
        var limiter = new RateLimiter(Rate.PerMinute(calls), _time);

        var atOnce = Passed(limiter, calls * 2);
        _time.Advance(TimeSpan.FromMinutes(1) / calls + TimeSpan.FromTicks(1));
        var afterAShare = Passed(limiter, 2);
        _time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromTicks(calls));
        var afterThePeriod = Passed(limiter, calls * 2);

        Assert.Equal((calls, 1, calls), (atOnce, afterAShare, afterThePeriod));
    }

    [Fact]
    public void In_no_span_of_time_pass_more_than_the_budget_and_what_came_back_meanwhile()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 200; round++)
        {
            var calls = random.Next(1, 20);
            var period = TimeSpan.FromMilliseconds(random.Next(100, 100_000));
            var limiter = new RateLimiter(new Rate(calls, period), _time);
            var passed = new List<long>();
            for (var call = 0; call < 150; call++)
            {
                _time.Advance(period / calls * random.NextDouble() * random.Next(0, 4));
                if (limiter.TryTake(Ann, out _))
                {
                    passed.Add(_time.GetTimestamp());
                }
            }

            for (var first = 0; first < passed.Count; first++)
            {
                for (var last = first; last < passed.Count; last++)
                {
                    var most = calls + (int)((passed[last] - passed[first]) / (period / calls).Ticks);
                    Assert.True(last - first + 1 <= most, $"round {round}: {last - first + 1} passed, {most} may.");
                }
            }
        }
    }

    [Fact]
    public void Whoever_waits_as_long_as_is_said_passes_and_nobody_waits_a_second_too_long()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 500; round++)
        {
            var limiter = new RateLimiter(new Rate(random.Next(1, 700), TimeSpan.FromSeconds(random.Next(1, 4000))), _time);
            int retryAfter;
            while (limiter.TryTake(Ann, out retryAfter))
            {
                _time.Advance(TimeSpan.FromMilliseconds(random.Next(0, 3)));
            }

            Assert.True(retryAfter >= 1);
            _time.Advance(TimeSpan.FromSeconds(retryAfter - 1));
            var early = limiter.TryTake(Ann, out var stillToWait);
            _time.Advance(TimeSpan.FromSeconds(1));

            Assert.Equal((false, 1), (early, stillToWait));
            Assert.True(limiter.TryTake(Ann, out _));
        }
    }

    [Fact]
    public void A_refused_call_costs_nothing()
    {
        var limiter = new RateLimiter(Rate.PerMinute(1), _time);
        limiter.TryTake(Ann, out _);

        var refused = Passed(limiter, 1000);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((0, 1), (refused, Passed(limiter, 1)));
    }

    [Fact]
    public void One_caller_takes_nothing_of_another()
    {
        var limiter = new RateLimiter(Rate.PerMinute(3), _time);

        Passed(limiter, 100);

        Assert.True(limiter.TryTake("ben", out _));
    }

    [Fact]
    public void A_hundred_thousand_and_more_callers_find_room_in_a_bounded_place_and_the_busy_ones_are_not_forgotten()
    {
        var limiter = new RateLimiter(Rate.PerMinute(2), _time, mostCallers: 1000);
        Passed(limiter, 2);
        var passed = 0;

        for (var caller = 0; caller < 200_000; caller++)
        {
            limiter.TryTake($"caller {caller}", out _);
            passed += limiter.TryTake(Ann, out _) ? 1 : 0;
        }

        Assert.Equal(0, passed);
        Assert.InRange(limiter.Callers, 2, 1000);
    }

    [Fact]
    public void Whoever_was_silent_for_long_needs_no_place()
    {
        var limiter = new RateLimiter(Rate.PerMinute(2), _time);
        for (var caller = 0; caller < 1000; caller++)
        {
            limiter.TryTake($"caller {caller}", out _);
        }

        for (var minutes = 0; minutes < 2; minutes++)
        {
            _time.Advance(TimeSpan.FromMinutes(1.1));
            limiter.TryTake(Ann, out _);
        }

        Assert.Equal(1, limiter.Callers);
    }

    [Fact]
    public async Task Calls_at_the_same_time_do_not_pass_twice()
    {
        var limiter = new RateLimiter(Rate.PerMinute(500), _time);

        var passed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Passed(limiter, 250))));

        Assert.Equal(500, passed.Sum());
    }

    private static int Passed(RateLimiter limiter, int calls)
    {
        var passed = 0;
        for (var call = 0; call < calls; call++)
        {
            passed += limiter.TryTake(Ann, out _) ? 1 : 0;
        }

        return passed;
    }
}
