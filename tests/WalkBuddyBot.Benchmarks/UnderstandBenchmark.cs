using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Topics;

namespace WalkBuddyBot.Benchmarks;

/// <summary>
/// What it costs to understand a message on one core, beside the plainest way to find its topic: the TF-IDF match over the article's words
/// that stood here before, and beside the sentence encoder alone. Then a real process: from its start to its first answer, and what it holds with everything loaded.
/// </summary>
internal static class UnderstandBenchmark
{
    private const int Rounds = 5;

    private const double MostMedian = 4;
    private const double MostP95 = 10;
    private const double MostStart = 3_000;

    public static int Run()
    {
        var messages = Messages.All(ContentSnapshot.InstalledFolder);
        using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddConversation(ContentSnapshot.InstalledFolder).BuildServiceProvider();
        var (understood, matched, encoded) = Alternate(messages, services);
        var undisturbed = understood.Undisturbed;
        Print($"understood, {messages.Length} different messages", understood);
        Print("the same, plain TF-IDF match over topics", matched);
        Print("the same, the sentence encoder alone", encoded);
        Say($"understanding costs {undisturbed.P50 / matched.Undisturbed.P50:F1} times the plain match and {undisturbed.P50 / encoded.Undisturbed.P50:F2} times the encoder alone (medians)");
        var process = LoadedProcess.Start();
        Say($"a process: first answer {process.FirstAnswer.TotalMilliseconds:F0} ms after its start, {process.Megabytes:F0} MB resident with everything loaded");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "understand",
            what = "process",
            firstAnswerMs = Math.Round(process.FirstAnswer.TotalMilliseconds),
            residentMb = Math.Round(process.Megabytes),
        }));
        bool[] gates =
        [
            Gate("median", undisturbed.P50, MostMedian), Gate("p95", undisturbed.P95, MostP95),
            Gate("start", process.FirstAnswer.TotalMilliseconds, MostStart),
        ];
        return gates.All(pass => pass) ? 0 : 1;
    }

    /// <summary>In turn, so that a slow stretch of the machine meets all.</summary>
    private static (Repeated Understood, Repeated Matched, Repeated Encoded) Alternate(ImmutableArray<string> messages, ServiceProvider services)
    {
        using var core = new OneCore();
        var understanding = services.GetRequiredService<IUnderstanding>();
        var encoder = UniversalSentenceEncoder.Load(UnderstandingFolders.Encoder);
        var matcher = services.GetRequiredService<ITopicMatcher>();
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        var now = new LocalDateTime(2026, 11, 23, 10, 0).InZoneStrictly(zone).ToInstant();
        Repeated[] works = [new(messages, Understand), new(messages, Match), new(messages, Encode)];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var work in works)
            {
                work.Round();
            }
        }

        return (works[0], works[1], works[2]);

        void Understand(string text) => understanding.Understand(text, now, zone, talk: null);

        void Match(string text) => matcher.Rank(text);

        void Encode(string text) => encoder.Encode(text);
    }

    private static bool Gate(string what, double took, double most)
    {
        Say($"{what} {took:F2} ms, at most {most:F0} ms: {(took <= most ? "pass" : "fail")}");
        return took <= most;
    }

    private static void Print(string what, Repeated work)
    {
        Say($"{what}:");
        Print(what, "undisturbed", work.Undisturbed);
        Print(what, "as it came", work.AsItCame);
    }

    private static void Print(string what, string how, Figures figures)
    {
        Say($"  {how,-12} p50 {figures.P50,7:F3} ms   p95 {figures.P95,7:F3} ms   p99 {figures.P99,7:F3} ms   {figures.PerSecond,8:F0}/s");
        Console.WriteLine(JsonSerializer.Serialize(
            new { benchmark = "understand", what, how, figures.PerSecond, figures.P50, figures.P95, figures.P99 }));
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
