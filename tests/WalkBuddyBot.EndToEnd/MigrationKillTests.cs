using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Tests.Shared;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd;

/// <summary>A service that is killed while it brings its database up to date leaves one that the next start can use.</summary>
public sealed class MigrationKillTests(ITestOutputHelper output)
{
    private const string Others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    private const string Tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly int Kills = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full" ? 10 : 3;

    [Fact]
    public async Task A_file_opens_after_a_kill_at_any_moment_and_the_copy_of_it_is_whole_or_not_there()
    {
        var random = new Random(20261124);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var service = new ServiceProcess();
            await OldDatabase.MakeAsync(service.Database);
            var copy = $"{service.Database}.before-{OldDatabase.Steps + 1:D3}";

            service.Launch([ServiceProcess.Program, "--urls", service.Address.ToString()]);
            await SoonAsync(() => Task.FromResult(File.Exists(copy + ".half") || File.Exists(copy)), service);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(400)), TimeProvider.System);
            await service.KillAsync();
            var reached = await OldDatabase.NewestStepAsync(service.Database);
            output.WriteLine($"Killed with {(File.Exists(copy) ? "a whole" : "half a")} copy at step {reached}.");

            if (File.Exists(copy))
            {
                await OldDatabase.MustBeWholeAsync(copy);
                Assert.Equal(OldDatabase.Steps, await OldDatabase.NewestStepAsync(copy));
            }

            await MustOpenAsync($"Data Source={service.Database}");
            await OldDatabase.MustBeWholeAsync(service.Database);
        }
    }

    [PostgresFact]
    public async Task A_PostgreSQL_database_opens_after_a_kill_at_any_moment()
    {
        var server = await PostgresServer.SharedAsync();
        var random = new Random(20261125);
        for (var kill = 0; kill < Kills; kill++)
        {
            var database = await server.CreateAsync();
            using var service = new ServiceProcess();
            await using var source = NpgsqlDataSource.Create(server.To(database) + ";Pooling=false");
            await using var watch = await source.OpenConnectionAsync();

            service.Launch(
                [ServiceProcess.Program, "--urls", service.Address.ToString()], ("ConnectionStrings__WalkBuddy", server.To(database)));
            await SoonAsync(async () => await NumberAsync(watch, Others) > 0, service);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(900)), TimeProvider.System);
            await service.KillAsync();
            output.WriteLine($"Killed with {await NumberAsync(watch, Tables)} tables.");

            await MustOpenAsync(server.To(database));
            Assert.True(await NumberAsync(watch, "SELECT max(number) FROM schema_version") > 0);
        }
    }

    // The moment that is aimed at is short, so it is looked for without a pause.
    private static async Task SoonAsync(Func<Task<bool>> isSo, ServiceProcess service)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < Patience, service.Said);
            await Task.Yield();
        }
    }

    private static async Task MustOpenAsync(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStorage(connectionString);
        await using var opened = services.BuildServiceProvider();
        var gate = opened.GetRequiredService<IStorageGate>();
        await gate.OpenAsync(StorageUse.Service, CancellationToken.None);
        Assert.True((await gate.CheckAsync(CancellationToken.None)).Ready);
    }

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
