using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using Quartz;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;

namespace WalkBuddyBot.Benchmarks.Dispatch.Peer;

/// <summary>The plain design: Quartz keeps a trigger for each person in the same database and fires each by itself.</summary>
/// <param name="engine">The database.</param>
/// <param name="database">Its name there.</param>
/// <param name="tuned">As fast as its settings make it; otherwise as it comes.</param>
internal sealed class NaivePeer(Engine engine, string database, bool tuned)
{
    private const int AtATime = 1_000;
    private const string Job = "nudge";

    private readonly Counts _counts = new();

    /// <summary>Creates its tables and a trigger a person: every morning, in the person's own zone.</summary>
    public async Task MakeAsync(int people)
    {
        await engine.CreateAsync(database);
        await using var services = Build();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var minute = Morning.From(TimeProvider.System.GetUtcNow().ToInstant()).Minute;
        var job = JobBuilder.Create<PeerJob>().WithIdentity(Job).StoreDurably().Build();
        foreach (var numbers in Enumerable.Range(0, people).Chunk(AtATime))
        {
            ITrigger[] triggers = [.. numbers.Select(number => Trigger(number, minute))];
            await scheduler.ScheduleJobs(
                new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>> { [job] = triggers }, new ScheduleJobOptions { Replace = true });
        }

        await scheduler.Shutdown();
        await FarAsync();
        engine.LetGo();
    }

    /// <summary>Warms up on some people, makes the others due and starts; how long until the last was reached.</summary>
    public async Task<(TimeSpan Took, string? Wrong)> RunAsync(int warm, int due)
    {
        await using var services = Build();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await FireAsync(scheduler, 0, warm);
        await scheduler.Standby();
        GC.Collect();
        var took = await FireAsync(scheduler, warm, due);
        await scheduler.Shutdown(waitForJobsToComplete: true);
        return (took, _counts.Wrong(warm + due));
    }

    private static ITrigger Trigger(int number, int minute) => TriggerBuilder.Create().ForJob(Job).WithIdentity(Name(number))
        .UsingJobData(PeerJob.Person, Name(number))
        .WithSchedule(CronScheduleBuilder.Create($"0 {minute} 9 * * ?").InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(Zones.Of(number))))
        .Build();

    private static string Name(int number) => number.ToString("D8");

    private async Task<TimeSpan> FireAsync(IScheduler scheduler, int from, int count)
    {
        var all = _counts.Reached(_counts.All + count);
        await DueAsync(from, count);
        var began = Stopwatch.GetTimestamp();
        await scheduler.Start();
        await all.WaitAsync(TimeSpan.FromMinutes(3));
        return Stopwatch.GetElapsedTime(began);
    }

    private async Task DueAsync(int from, int count)
    {
        await using var connection = await engine.OpenAsync(database);
        var made = await connection.RunAsync(
            "UPDATE qrtz_triggers SET next_fire_time = @now WHERE trigger_name >= @from AND trigger_name < @to",
            ("@now", TimeProvider.System.GetUtcNow().UtcTicks),
            ("@from", Name(from)),
            ("@to", Name(from + count)));
        if (made != count)
        {
            throw new InvalidOperationException($"{made} triggers were made due instead of {count}.");
        }
    }

    // None fires by the clock while it is measured.
    private async Task FarAsync()
    {
        await using var connection = await engine.OpenAsync(database);
        await connection.RunAsync("UPDATE qrtz_triggers SET next_fire_time = @far", ("@far", new DateTime(2100, 1, 1).Ticks));
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(_counts);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "peer";
                if (tuned)
                {
                    scheduler.MaxBatchSize = 64;
                    scheduler.BatchTriggerAcquisitionFireAheadTimeWindow = TimeSpan.FromSeconds(1);
                }
            });
            quartz.UseDefaultThreadPool(tuned ? 64 : 10);
            quartz.UsePersistentStore(store =>
            {
                engine.Configure(store, database);
                store.ProvisionSchema();
                if (tuned)
                {
                    store.ConfigureStore(options => options.MisfireThreshold = TimeSpan.FromHours(2));
                }
            });
        });
        return services.BuildServiceProvider();
    }
}
