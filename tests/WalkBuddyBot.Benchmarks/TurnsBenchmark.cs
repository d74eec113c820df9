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
    private const int Messages = 2000;
    private const int WarmUp = 200;

    // A turn is four commits (message, turn, reply, settled) that share the disk with others' by group commit.
    private const double LeastShareOfBareCommits = 0.25;

    private static readonly string[] Words = ["why does walking help my back?", "status", "does it help with stress?", "I walked 10 minutes"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("walkbuddy-bench-");
        try
        {
            var bare = await BareAsync(Path.Combine(folder.FullName, "bare.db"));
            var turns = await TurnsAsync(Path.Combine(folder.FullName, "turns.db"));
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

    private static async Task<Figures> BareAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT NOT NULL);";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "INSERT INTO said (text) VALUES ($text)";
        var text = command.Parameters.Add("$text", SqliteType.Text);
        return await MeasureAsync(atATime: 1, async i =>
        {
            text.Value = Words[i % Words.Length];
            await command.ExecuteNonQueryAsync();
        });
    }

    private static async Task<Figures> TurnsAsync(string file)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:WalkBuddy"] = $"Data Source={file}",
            ["Bot:Auth:Mode"] = "Off",
        }).Build();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory };
        var collection = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(environment);
        await using var services = collection.AddWalkBuddy(configuration).BuildServiceProvider();
        await services.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
        var conversations = services.GetRequiredService<IConversationStore>();
        var inbound = services.GetRequiredService<IInboundActivities>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        for (var person = 0; person < People; person++)
        {
            await conversations.CreateAsync(new WebConversation($"c{person}", $"dl_{person}", now, now), CancellationToken.None);
        }

        return await MeasureAsync(AtATime, async i =>
        {
            var conversation = $"c{i % People}";
            var posted = await conversations.PostAsync(conversation, Message(conversation, $"dl_{i % People}", Words[i % Words.Length]), null, true, CancellationToken.None);
            await inbound.HandleAsync(posted.Activity, "directline", CancellationToken.None);
        });
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

    private static async Task<Figures> MeasureAsync(int atATime, Func<int, Task> work)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            await work(i);
        }

        var took = new double[Messages];
        var next = -1;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atATime).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < Messages; i = Interlocked.Increment(ref next))
            {
                var from = Stopwatch.GetTimestamp();
                await work(i);
                took[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Array.Sort(took);
        return new(Messages / seconds, took[Messages / 2], took[Messages * 95 / 100], took[Messages * 99 / 100]);
    }

    private static void Print(string what, Figures figures)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-40} {figures.PerSecond,8:F0}/s   p50 {figures.P50,7:F2} ms   p95 {figures.P95,7:F2} ms   p99 {figures.P99,7:F2} ms"));
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "turns", what, figures.PerSecond, figures.P50, figures.P95, figures.P99 }));
    }

    private sealed record Figures(double PerSecond, double P50, double P95, double P99);
}
