using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Moq;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Operations;

namespace WalkBuddyBot.Tests.Operations;

/// <summary>When the clock is taken for alive.</summary>
public sealed class ClockSpeaksTests
{
    private readonly FakeClock _clock = FakeClock.FromUtc(2026, 11, 23, 9, 0, 0);
    private readonly Mock<ITickHealth> _ticks = new();
    private readonly Mock<IOutbox> _outbox = new();

    [Theory]
    [InlineData(60, HealthStatus.Healthy)]
    [InlineData(61, HealthStatus.Unhealthy)]
    public async Task A_minute_without_a_tick_is_too_long(int seconds, HealthStatus status)
    {
        _ticks.SetupGet(ticks => ticks.LastFinished).Returns(_clock.GetCurrentInstant());
        _clock.Advance(Duration.FromSeconds(seconds));

        Assert.Equal(status, await CheckAsync());
    }

    [Fact]
    public async Task Before_the_first_tick_the_clock_does_not_speak_yet()
    {
        Assert.Equal(HealthStatus.Unhealthy, await CheckAsync());
    }

    // Ten thousand people of one tenant at once take 400 seconds at its pace, which is no fault.
    [Theory]
    [InlineData(400, HealthStatus.Healthy)]
    [InlineData(3900, HealthStatus.Healthy)]
    [InlineData(3901, HealthStatus.Unhealthy)]
    public async Task What_is_due_may_wait_for_its_pace_as_long_as_its_grace_and_not_longer(int seconds, HealthStatus status)
    {
        _ticks.SetupGet(ticks => ticks.LastFinished).Returns(_clock.GetCurrentInstant());
        _outbox.Setup(outbox => outbox.OldestDueAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Duration.FromSeconds(seconds));

        Assert.Equal(status, await CheckAsync());
    }

    private async Task<HealthStatus> CheckAsync() =>
        (await new ClockSpeaks(_ticks.Object, _outbox.Object, Options.Create(new NudgeOptions()), _clock).CheckHealthAsync(new())).Status;
}
