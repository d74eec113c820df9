using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;
using WalkBuddyBot.Channels;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Tests.Channels;

/// <summary>
/// The bot behind a connector, all of it but the two ends: activities go in as a channel writes them, and what goes out is what its connector
/// would be sent. The clock stands at 10:00 in Berlin on Monday 23 November 2026 until it is moved.
/// </summary>
internal sealed class Connected : IAsyncDisposable
{
    // The bank grows; which of them is drawn is no matter of a channel.
    private static readonly ImmutableArray<Tip> OneTip = [new("calls", "Take one call on your feet.", "getting-started", "Getting Started")];

    private static int s_opened;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services;

    private Connected()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddOptions();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(Mock.Of<IHostEnvironment>(environment => environment.EnvironmentName == "Development"));
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<IClock>(_time.ToClock());
        services.AddSingleton(DateTimeZoneProviders.Tzdb);
        services.AddConversation(Paths.Content);
        services.AddSingleton(Mock.Of<ITips>(tips => tips.All == OneTip && tips.Find("calls") == OneTip[0]));
        services.AddStorage($"Data Source=connected-{Interlocked.Increment(ref s_opened)};Mode=Memory;Cache=Shared");
        services.AddChannels();
        services.AddConnector();
        services.AddNudging(runJobs: false);
        services.AddHttpClient(ConnectorClient.HttpName).ConfigurePrimaryHttpMessageHandler(() => Channel);
        _services = services.BuildServiceProvider();
    }

    public RecordingConnector Channel { get; } = new();

    public static async Task<Connected> OpenAsync()
    {
        var world = new Connected();
        await world._services.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
        return world;
    }

    /// <summary>What the channel is answered to an activity.</summary>
    public async Task<InboundAnswer> ArrivesAsync(JsonNode activity)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(activity);
        var read = Assert.IsType<ActivityReading.Good>(ActivityReader.Read(bytes)).Activity;
        return await _services.GetRequiredService<IInboundActivities>().HandleAsync(
            read.Id is null ? read with { Id = OwnId.New() } : read, ConnectorSinkName.Value, CancellationToken.None);
    }

    /// <summary>Time passes, a minute at a time, with a tick at each.</summary>
    public async Task WaitAsync(Duration length)
    {
        var tick = _services.GetRequiredService<INudgeTick>();
        for (var left = length; left > Duration.Zero; left -= Duration.FromMinutes(1))
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await tick.RunAsync(CancellationToken.None);
        }
    }

    /// <summary>What is known of whoever is at an address.</summary>
    public Task<PersonFacts?> FindAsync(Address at) => _services.GetRequiredService<ITurns>().FindAsync(at, CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
