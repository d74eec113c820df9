using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Benchmarks;

/// <summary>
/// A turn of the web chat in process, from the stored message to the stored reply, beside the least it could cost: one row inserted and
/// committed alone on the same disk with the same durability.
/// </summary>
internal static class TurnsBenchmark
{
    private const int People = 64;
    private const int AtATime = 8;
    private const int Rounds = 5;
    private const int PerRound = 400;
    private const int WarmUp = 200;

    // A turn is understood, read, and written in four commits (message, turn, reply, settled), which share the disk with others' by group
    // commit. The share is low because the bare commit does nothing else, and swings with the disk.
    private const double LeastShareOfBareCommits = 0.05;

    private static readonly string[] Words = ["why does walking help my back?", "status", "does it help with stress?", "I walked 10 minutes"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("walkbuddy-bench-");
        try
        {
            var (bare, turns) = await AlternateAsync(folder.FullName);
            Print("bare commit, one at a time", bare);
            Print($"turn, {People} people, {AtATime} at a time", turns);
            var share = turns.PerSecond / bare.PerSecond;
            var pass = share >= LeastShareOfBareCommits;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"turns at {share:P0} of bare commits, at least {LeastShareOfBareCommits:P0}: {(pass ? "pass" : "fail")}"));
            return pass ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In turn, so that a slow stretch of the disk meets both.</summary>
    private static async Task<(Figures Bare, Figures Turns)> AlternateAsync(string folder)
    {
        await using var bare = await BareCommits.OpenAsync(Path.Combine(folder, "bare.db"));
        await using var services = await OpenServiceAsync(Path.Combine(folder, "turns.db"));
        var turn = await TurnOfAsync(services);
        await MeasureAsync(1, WarmUp, bare.CommitAsync);
        await MeasureAsync(AtATime, WarmUp, turn);
        var bareRounds = new List<Figures>();
        var turnRounds = new List<Figures>();
        for (var round = 0; round < Rounds; round++)
        {
            bareRounds.Add(await MeasureAsync(1, PerRound, bare.CommitAsync));
            turnRounds.Add(await MeasureAsync(AtATime, PerRound, turn));
        }

        return (Figures.Median(bareRounds), Figures.Median(turnRounds));
    }

    private static async Task<ServiceProvider> OpenServiceAsync(string file)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:WalkBuddy"] = $"Data Source={file}",
            ["Bot:Auth:Mode"] = "Off",
        }).Build();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory };
        var collection = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(environment);
        var services = collection.AddWalkBuddy(configuration).BuildServiceProvider();
        await services.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
        return services;
    }

    private static async Task<Func<int, Task>> TurnOfAsync(IServiceProvider services)
    {
        var conversations = services.GetRequiredService<IConversationStore>();
        var inbound = services.GetRequiredService<IInboundActivities>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        for (var person = 0; person < People; person++)
        {
            await conversations.CreateAsync(new WebConversation($"c{person}", $"dl_{person}", now, now), CancellationToken.None);
        }

        return async i =>
        {
            var message = Message($"c{i % People}", $"dl_{i % People}", Words[i % Words.Length]);
            var posted = await conversations.PostAsync(message.Conversation!.Id!, message, clientActivityId: null, toRun: true, CancellationToken.None);
            await inbound.HandleAsync(posted.Activity, "directline", CancellationToken.None);
        };
    }

    private static BotActivity Message(string conversation, string user, string text) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "webchat",
        Conversation = new ConversationAccount { Id = conversation },
        From = new ChannelAccount { Id = user, Role = "user" },
        Text = text,
        Locale = "en-US",
        LocalTimezone = "Europe/Berlin",
    };

    private static async Task<Figures> MeasureAsync(int atATime, int times, Func<int, Task> work)
    {
        var took = new double[times];
        var next = -1;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atATime).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < times; i = Interlocked.Increment(ref next))
            {
                var from = Stopwatch.GetTimestamp();
                await work(i);
                took[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }
        })));
        return Figures.Of(took, Stopwatch.GetElapsedTime(began));
    }

    private static void Print(string what, Figures figures)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-40} {figures.PerSecond,8:F0}/s   p50 {figures.P50,7:F2} ms   p95 {figures.P95,7:F2} ms   p99 {figures.P99,7:F2} ms"));
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "turns", what, figures.PerSecond, figures.P50, figures.P95, figures.P99 }));
    }
}
