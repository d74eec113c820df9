using WalkBuddyBot.EndToEnd.Faults.Connector;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>What a connector may do to a bot, done to the real service at its default pace.</summary>
public sealed class ConnectorTroubleTests(ITestOutputHelper output)
{
    private const int PerSecond = 25;

    // The service's default.
    private const int InFlight = 16;

    private const int Window = 2;
    private const string RetryAfter = "2";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly (string, string?) Pace = ("Nudges__PerTenantPerSecond", $"{PerSecond}");

    [Fact]
    public async Task A_storm_of_429_is_waited_out_by_one_call_a_window_and_then_all_is_sent_once()
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(Sizes.Of(120, 3_000), drill.Soon);
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Pace);

        await drill.Connector.DoAsync(new() { Seed = Sizes.Seed, Throttled = 0.3, RetryAfter = "1" });
        drill.SetClock(crowd[0].Due);
        await drill.Connector.AcceptedAsync(Sizes.Of(15, 300));
        var storm = TimeProvider.System.GetTimestamp();
        var before = (await drill.Connector.CallsAsync()).Count;
        await drill.Connector.DoAsync(new() { Throttled = 1, RetryAfter = RetryAfter });
        await CalledAsync(drill, before + Sizes.Of(3, 100));
        await drill.Connector.DoAsync(new());
        var inStorm = (await drill.Connector.CallsAsync()).Count - before;
        var windows = (int)(TimeProvider.System.GetElapsedTime(storm).TotalSeconds / Window) + 1;
        await drill.SettledAsync(crowd.Count);

        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        var calls = await drill.Connector.CallsAsync();
        output.WriteLine($"Seed {Sizes.Seed}: {judgement}; {inStorm} calls in {windows} windows of refusal, {calls.Count} calls in all, at most "
            + $"{Rate.Most(calls, 1)} in a second; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.Empty(judgement.Uncertain);
        Assert.InRange(inStorm, 1, InFlight + windows);
        Rate.IsKept(calls, PerSecond);
    }

    [Fact]
    public async Task Whatever_breaks_on_the_way_nobody_is_reminded_twice_and_what_may_be_lost_is_named()
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(Sizes.Of(120, 3_000), drill.Soon);
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Pace);

        await drill.Connector.DoAsync(new()
        {
            Seed = Sizes.Seed,
            Failing = 0.1,
            Status = 503,
            Reset = 0.1,
            LostReply = 0.1,
            Endless = 0.03,
            DelayMilliseconds = 50,
        });
        drill.SetClock(crowd[0].Due);
        await drill.SettledAsync(crowd.Count);

        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        var calls = await drill.Connector.CallsAsync();
        var reset = calls.Where(call => call.Ending == ConnectorFaults.AsReset).Select(call => call.Conversation).ToHashSet();
        output.WriteLine($"Seed {Sizes.Seed}: {judgement}; {calls.Count} calls, {reset.Count} of them reset before they were taken, at most "
            + $"{Rate.Most(calls, 1)} in a second; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.Subset(reset, judgement.Lost.Select(name => name.Split(' ')[0]).ToHashSet());
        Rate.IsKept(calls, PerSecond);

        // What may have been delivered is not tried again: only a 503, which says that nothing was, brings a second call.
        Assert.All(
            calls.GroupBy(call => call.Nudge),
            nudge => Assert.Equal(nudge.Count(call => call.Ending == ConnectorFaults.AsFailing), nudge.Count() - 1 + Ends(nudge)));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_the_next_day_comes_as_asked()
    {
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(40, drill.Soon);
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Pace);

        await drill.Connector.DoAsync(new() { Failing = 1, Status = 307 });
        drill.SetClock(crowd[0].Due);
        await drill.SettledAsync(crowd.Count);
        var redirected = await drill.Connector.CallsAsync();
        await drill.Connector.DoAsync(new());
        var next = crowd[0].Due + NodaTime.Duration.FromDays(1);
        drill.SetClock(next);
        await drill.SettledAsync(2 * crowd.Count);

        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(next))]);
        output.WriteLine($"{redirected.Count} calls redirected; the next day: {judgement}.");
        Assert.Equal(crowd.Count, redirected.Count);
        Assert.True(judgement.IsSound, judgement.ToString());
    }

    private static int Ends(IEnumerable<ConnectorCall> nudge) => nudge.Last().Ending == ConnectorFaults.AsFailing ? 1 : 0;

    private static Task CalledAsync(Drill drill, int calls) => Until.TrueAsync(
        async () => (await drill.Connector.CallsAsync()).Count >= calls, Patience, () => $"Never called.\n{drill.Service.Said}");
}
