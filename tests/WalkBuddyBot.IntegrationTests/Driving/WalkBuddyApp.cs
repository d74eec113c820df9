using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.IntegrationTests.Driving;

/// <summary>The whole service in the test's own process: real database, real wire, a clock that moves when the test says so.</summary>
public sealed class WalkBuddyApp : WebApplicationFactory<Program>
{
    private readonly bool _ownsFolder;
    private readonly Action<IServiceCollection>? _also;
    private readonly IReadOnlyList<(string Key, string Value)> _settings;

    public WalkBuddyApp(
        Instant now,
        string? folder = null,
        Action<IServiceCollection>? also = null,
        params IReadOnlyList<(string Key, string Value)> settings)
    {
        _settings = settings;
        Time = new FakeTimeProvider(now.ToDateTimeOffset());
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("walkbuddy-").FullName;
        _also = also;
    }

    public FakeTimeProvider Time { get; }

    public string Folder { get; }

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    /// <summary>Moves the clock to an instant, a minute at a time, with a tick at each, as the service's own alarm clock would.</summary>
    public async Task RunUntilAsync(Instant then)
    {
        var tick = Services.GetRequiredService<INudgeTick>();
        while (Now < then)
        {
            var step = Duration.Min(then - Now, Duration.FromMinutes(1));
            Time.Advance(step.ToTimeSpan());
            await tick.RunAsync(CancellationToken.None);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:WalkBuddy", $"Data Source={Path.Combine(Folder, "walkbuddy.db")}");

        // A test says within one instant of its clock what a person says in an evening.
        builder.UseSetting("DirectLine:PostsPerMinute", "6000");
        builder.UseSetting("DirectLine:ReadsPerMinute", "6000");
        builder.UseSetting("DirectLine:OpensPerMinute", "6000");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.AddSingleton<IStartupFilter, FromThisMachine>();
            foreach (var alarmClock in services.Where(IsQuartz).ToList())
            {
                services.Remove(alarmClock);
            }

            _also?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsFolder && Directory.Exists(Folder))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static bool IsQuartz(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Assembly.GetName().Name?.StartsWith("Quartz", StringComparison.Ordinal) == true;
}
