using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>Nodes agree on the time, whatever their own clocks say.</summary>
[NeedsPostgres]
public sealed class DatabaseClockTests
{
    [StoreFact]
    public async Task A_node_whose_clock_is_five_minutes_ahead_has_the_time_of_the_others()
    {
        var database = await PostgresDatabase.NewAsync();
        await using var right = await NodeAsync(database, TimeSpan.Zero);
        await using var wrong = await NodeAsync(database, TimeSpan.FromMinutes(5));

        var before = right.GetRequiredService<IClock>().GetCurrentInstant();
        var between = wrong.GetRequiredService<IClock>().GetCurrentInstant();
        var after = right.GetRequiredService<IClock>().GetCurrentInstant();

        Assert.InRange(between, before - Duration.FromSeconds(1), after + Duration.FromSeconds(1));
        await right.DisposeAsync();
        await wrong.DisposeAsync();
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    private static async Task<ServiceProvider> NodeAsync(PostgresDatabase database, TimeSpan off)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new OffTime(off));
        services.AddStorage(database.ConnectionString);
        var node = services.BuildServiceProvider();
        await node.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
        return node;
    }

    private sealed class OffTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
