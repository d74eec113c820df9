using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Sqlite;
using WalkBuddyBot.Tests.Storage.Sqlite;

namespace WalkBuddyBot.Tests.Races;

/// <summary>
/// The whole bot without its wire: real words, planner, door, courier and a database on disk, and a channel that writes down what reaches it.
/// </summary>
internal sealed class RaceWorld : IAsyncDisposable
{
    /// <summary>A thousand rounds where faults are drilled in full.</summary>
    public static readonly int Rounds = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full" ? 1000 : 120;

    private readonly TemporaryDatabase _database = new();
    private readonly ServiceProvider _services;
    private int _messages;

    private RaceWorld()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(Mock.Of<IHostEnvironment>(environment => environment.EnvironmentName == "Development"));
        services.AddSingleton<IClock>(Clock).AddSingleton(TimeProvider.System).AddSingleton(DateTimeZoneProviders.Tzdb);
        services.AddSingleton(new PaceOptions(_ => 0, Duration.Zero));
        services.AddStorage(_database.ConnectionString).AddConversation(ContentSnapshot.InstalledFolder).AddChannels();
        services.AddNudging(runJobs: false).AddSingleton<IActivitySink>(Channel);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Monday, 10:00 in Berlin.</summary>
    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 11, 23, 9, 0, 0);

    public WrittenDown Channel { get; } = new();

    public static async Task<RaceWorld> OpenAsync()
    {
        var world = new RaceWorld();
        await world._services.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task SayAsync(string conversation, string text) => HearAsync(conversation, text, value: null);

    public Task PressAsync(string conversation, string verb, string about) =>
        HearAsync(conversation, text: null, JsonSerializer.SerializeToElement(new { verb, about }));

    public Task TickAsync() => Get<INudgeTick>().RunAsync(CancellationToken.None);

    /// <summary>Both at once, the second a seeded moment later or earlier.</summary>
    public static async Task BothAsync(Random seeded, Func<Task> one, Func<Task> other)
    {
        // Some rounds go one after the other, so that both orders are surely seen on any machine.
        switch (seeded.Next(6))
        {
            case 0:
                await one();
                await other();
                return;
            case 1:
                await other();
                await one();
                return;
        }

        using var start = new Barrier(2);
        var (first, second) = (seeded.Next(400), seeded.Next(400));
        await Task.WhenAll(Task.Run(() => AfterAsync(first, one)), Task.Run(() => AfterAsync(second, other)));

        Task AfterAsync(int hesitation, Func<Task> deed)
        {
            start.SignalAndWait();
            Thread.SpinWait(hesitation * 50);
            return deed();
        }
    }

    public Task<long> CountAsync(string query) =>
        Get<SqliteStore>().ReadAsync(session => session.Number(query) ?? 0, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _database.Delete();
    }

    private Task<InboundAnswer> HearAsync(string conversation, string? text, JsonElement? value) => Get<IInboundActivities>().HandleAsync(
        new BotActivity
        {
            Type = ActivityTypes.Message,
            Id = "m" + Interlocked.Increment(ref _messages),
            ChannelId = "webchat",
            From = new ChannelAccount { Id = "someone in " + conversation },
            Recipient = new ChannelAccount { Id = "bot" },
            Conversation = new ConversationAccount { Id = conversation },
            LocalTimezone = "Europe/Berlin",
            Text = text,
            Value = value,
        },
        Channel.Name,
        CancellationToken.None);
}
