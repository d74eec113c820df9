using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>The service's own tick, driven by hand until everybody who is due was reached.</summary>
internal sealed class Dispatching(Engine engine, string database, ServiceProvider services)
{
    private const int MostIdleTicks = 3;

    private readonly INudgeTick _tick = services.GetRequiredService<INudgeTick>();
    private readonly IClock _clock = services.GetRequiredService<IClock>();

    public static async Task<Dispatching> OpenAsync(Engine engine, string database, Stages? stages, Counts? counts)
    {
        var services = await OurService.OpenAsync(engine.ConnectionString(database), also =>
        {
            if (counts is not null)
            {
                also.Decorate<ICourier>(courier => new CountingCourier(courier, counts));
            }

            if (stages is not null)
            {
                also.Decorate<IPlan>(plan => new TimedPlan(plan, stages));
                also.Decorate<IOutbox>(outbox => new TimedOutbox(outbox, stages));
                also.Decorate<ICourier>(courier => new TimedCourier(courier, stages));
            }
        });
        await services.GetRequiredService<INudgeRecovery>().RunAsync(CancellationToken.None);
        return new(engine, database, services);
    }

    public ServiceProvider Services => services;

    /// <summary>Some of the crowd are due now; how long it takes until the last of them is settled.</summary>
    public async Task<TimeSpan> RunAsync(int due, int every, int rest)
    {
        await DueRows.MakeDueAsync(engine, database, due, every, rest, _clock.GetCurrentInstant());
        GC.Collect();
        return await DrainAsync(due);
    }

    public async Task<TimeSpan> DrainAsync(int due)
    {
        var from = Stopwatch.GetTimestamp();
        var idle = 0;
        for (var sent = 0; sent < due;)
        {
            var result = await _tick.RunAsync(CancellationToken.None);
            sent += result.Sent;
            idle = result.Sent == 0 ? idle + 1 : 0;
            if (idle > MostIdleTicks || result.Dropped + result.Unsettled > 0)
            {
                throw new InvalidOperationException($"{sent} of {due} were sent, and then: {result}");
            }
        }

        return Stopwatch.GetElapsedTime(from);
    }

    public async Task<double> TickAsync()
    {
        var from = Stopwatch.GetTimestamp();
        await _tick.RunAsync(CancellationToken.None);
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
