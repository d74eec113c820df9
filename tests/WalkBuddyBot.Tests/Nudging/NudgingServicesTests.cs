using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class NudgingServicesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource _ticked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _recovered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _order = [];

    [Fact]
    public async Task The_alarm_clock_recovers_first_and_then_ticks_and_recovers_again()
    {
        using var host = Build(runJobs: true);

        await host.StartAsync();
        await _ticked.Task.WaitAsync(Patience);
        await _recovered.Task.WaitAsync(Patience);
        await host.StopAsync();

        Assert.Equal(["recover at start", "serve"], _order.Take(2));
        Assert.Contains("tick", _order);
        Assert.Contains("recover", _order);
    }

    [Fact]
    public async Task Without_jobs_a_tick_is_driven_by_hand()
    {
        using var host = Build(runJobs: false);
        await host.StartAsync();

        var result = await host.Services.GetRequiredService<INudgeTick>().RunAsync(CancellationToken.None);

        Assert.True(result.Whole);
        Assert.Equal(["recover at start", "serve", "tick"], _order);
        Assert.NotNull(host.Services.GetRequiredService<ITickHealth>().LastFinished);
    }

    [Fact]
    public async Task A_wrong_option_keeps_the_service_from_starting()
    {
        using var host = Build(runJobs: false, ("Nudges:PerTenantPerSecond", "60"));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("Nudges:PerTenantPerSecond is 60; allowed is 1 to 50.", refusal.Message);
    }

    private IHost Build(bool runJobs, params (string Key, string Value)[] settings)
    {
        var plan = new Mock<IPlan>();
        plan.Setup(port => port.PlanDueAsync(It.IsAny<int>(), It.IsAny<Func<DueSchedule, Instant, PlanStep>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([]).Callback(() => Note("tick", _ticked));
        var outbox = new Mock<IOutbox>();
        outbox.Setup(port => port.LanesAsync(It.IsAny<CancellationToken>())).ReturnsAsync([]);
        outbox.Setup(port => port.RecoverAsync(true, It.IsAny<CancellationToken>())).ReturnsAsync([])
            .Callback(() => Note("recover at start", null));
        outbox.Setup(port => port.RecoverAsync(false, It.IsAny<CancellationToken>())).ReturnsAsync([])
            .Callback(() => Note("recover", _recovered));

        // A service that begins before this room's own.
        var serving = new Mock<IHostedService>();
        serving.Setup(service => service.StartAsync(It.IsAny<CancellationToken>())).Returns(Task.CompletedTask)
            .Callback(() => Note("serve", null));

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Services.AddLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock>(new FakeClock(Some.At(10, 30)));
        builder.Services.AddSingleton(Some.Zones);
        builder.Services.AddSingleton(plan.Object);
        builder.Services.AddSingleton(outbox.Object);
        builder.Services.AddSingleton<IPace>(new FakePace());
        builder.Services.AddSingleton(Mock.Of<INudgeHold>(port => port.SinceAsync(It.IsAny<CancellationToken>()) == Task.FromResult<Instant?>(null)));
        builder.Services.AddSingleton<ICourier>(new FakeCourier());
        builder.Services.AddSingleton<IPhrases>(new FakePhrases());
        builder.Services.AddSingleton<ITips>(FakeTips.Bank(3));
        builder.Services.AddSingleton(serving.Object);
        builder.Services.AddNudging(runJobs);
        return builder.Build();
    }

    private void Note(string what, TaskCompletionSource? done)
    {
        lock (_order)
        {
            _order.Add(what);
        }

        done?.TrySetResult();
    }
}
