using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging.Jobs;
using WalkBuddyBot.Nudging.Planning;
using WalkBuddyBot.Nudging.Preview;
using WalkBuddyBot.Nudging.Sending;
using WalkBuddyBot.Nudging.Tips;
using WalkBuddyBot.Nudging.Walks;

namespace WalkBuddyBot.Nudging;

/// <summary>Wires the room.</summary>
public static class NudgingServices
{
    /// <summary>
    /// When the clock speaks. Needs <c>IClock</c>, <c>IDateTimeZoneProvider</c>, <c>TimeProvider</c> and the ports of memory, content and
    /// channels.
    /// </summary>
    /// <param name="services">The service's parts.</param>
    /// <param name="runJobs">False where the ticks are driven by hand: in tests and terminal commands.</param>
    public static IServiceCollection AddNudging(this IServiceCollection services, bool runJobs = true)
    {
        services.AddSingleton<IValidateOptions<NudgeOptions>, NudgeOptionsValidator>();
        services.AddOptions<NudgeOptions>().BindConfiguration(NudgeOptions.Section).ValidateOnStart();
        services.AddOptions<AwayOptions>().BindConfiguration(AwayOptions.Section).Validate(
            away => away.UnseenDays is >= 1 and <= 365,
            $"{AwayOptions.Section}:{nameof(AwayOptions.UnseenDays)} is outside its range; allowed is 1 to 365.").ValidateOnStart();
        services.AddMetrics();
        services.AddSingleton<NudgeMeters>();
        services.AddSingleton<NudgeKinds>();
        services.AddSingleton<INudgeComposer, WalkComposer>().AddSingleton<INudgeComposer, TipComposer>();
        services.AddSingleton<NudgePlanner>();
        services.AddSingleton<NudgeJudge>();
        services.AddSingleton<Marker>();
        services.AddSingleton<Handover>();
        services.AddSingleton<InHand>();
        services.AddSingleton<Settler>();
        services.AddSingleton<HoldWatch>();
        services.AddSingleton<LaneParts>();
        services.AddSingleton<NudgeDoor>();
        services.AddSingleton<IHostedService>(all => all.GetRequiredService<NudgeDoor>());
        services.AddSingleton<INudgePreview, NudgePreview>();
        services.AddSingleton<TickHealth>();
        services.AddSingleton<ITickHealth>(all => all.GetRequiredService<TickHealth>());
        services.AddSingleton<INudgeTick, NudgeTick>();
        services.AddSingleton<NudgeRecovery>();
        services.AddSingleton<INudgeRecovery>(all => all.GetRequiredService<NudgeRecovery>());
        services.AddSingleton<IHostedService>(all => all.GetRequiredService<NudgeRecovery>());
        return runJobs ? services.AddAlarmClock() : services;
    }

    // Quartz is the alarm clock only; what is due stands in the database, so its own memory may go with the process.
    private static IServiceCollection AddAlarmClock(this IServiceCollection services)
    {
        // It has a name, so that its clock is its own: given to a scheduler without one, a clock would take the place of everybody's.
        services.AddQuartz("walkbuddy", quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "walkbuddy");
            quartz.UseDefaultThreadPool(3);
            quartz.UseInMemoryStore();
            quartz.UseTimeProvider(new SteadyTime(TimeProvider.System));
            quartz.AddEvery<TickJob>("tick", TimeSpan.FromSeconds(1));
            quartz.AddEvery<RenewalJob>("renewal", TimeSpan.FromSeconds(3));
            quartz.AddEvery<RecoveryJob>("recovery", TimeSpan.FromSeconds(2));
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    // A beat that was missed is made up by the next one.
    private static void AddEvery<TJob>(this IQuartzBuilder quartz, string name, TimeSpan interval)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably());
        quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).WithSimpleSchedule(beat => beat
            .WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
    }
}
