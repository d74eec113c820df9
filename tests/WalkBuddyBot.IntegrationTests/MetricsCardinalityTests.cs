using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpenTelemetry.Exporter;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.IntegrationTests.Driving;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>However many people talk and whatever they say: no more series, and nothing of theirs in any.</summary>
[Collection(Alone.Name)]
public sealed class MetricsCardinalityTests
{
    private const int People = 200;
    private const string Word = "Zanzibarquokka";
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Fact]
    public async Task Two_hundred_people_leave_no_word_no_id_and_no_new_series()
    {
        var silent = new SilentSink { Outcome = new SinkOutcome.Accepted("1") };
        await using var app = new WalkBuddyApp(Monday, also: services =>
        {
            services.AddSingleton<IActivitySink>(silent);
            services.Configure<PrometheusAspNetCoreOptions>(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 0);
        });
        using var http = app.CreateClient();

        // Two people see everything there is to see; the others see it again.
        await TalkAsync(app, http, Enumerable.Range(0, 2));
        var few = await Scrape.OfAsync(app);
        await TalkAsync(app, http, Enumerable.Range(2, People));
        var many = await Scrape.OfAsync(app);

        Assert.Equal(few.OfTheBot.Order(StringComparer.Ordinal), many.OfTheBot.Order(StringComparer.Ordinal));
        Assert.InRange(many.OfTheBot.Count(), 10, 300);
        Assert.Equal(People, many.Of("walkbuddy_nudge_sent_total") - few.Of("walkbuddy_nudge_sent_total"));
        Assert.DoesNotContain(Word, many.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("contoso", many.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}", many.Text);
    }

    private static async Task TalkAsync(WalkBuddyApp app, HttpClient http, IEnumerable<int> people)
    {
        var tick = app.Services.GetRequiredService<INudgeTick>();
        foreach (var person in people)
        {
            foreach (var text in (string[])
            [
                "why does walking help my back?", $"what is {Word} {person}", "remind me in 1 minute",
                $"I have a fever and back pain, {Word}{person}",
                $"remind me at 25:00 {Word}", $"{Word}",
            ])
            {
                await HearAsync(app, $"{Word}-{person}", text);
            }

            // A safety reply holds reminders, so one more person has none to give.
            await HearAsync(app, $"calm-{Word}-{person}", "remind me in 1 minute");
            await http.GetAsync(new Uri($"/v3/directline/conversations/{Word}{person}/activities?watermark={Word}", UriKind.Relative));
            await http.GetAsync(new Uri($"/v3/directline/{Word}{person}", UriKind.Relative));
            await http.GetAsync(new Uri($"/{Word}{person}", UriKind.Relative));
        }

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await tick.RunAsync(CancellationToken.None);
    }

    private static int s_said;

    private static Task<InboundAnswer> HearAsync(WalkBuddyApp app, string who, string text) =>
        app.Services.GetRequiredService<IInboundActivities>().HandleAsync(
            new BotActivity
            {
                Type = ActivityTypes.Message,
                Id = $"{Interlocked.Increment(ref s_said)}",
                ChannelId = "msteams",
                Conversation = new ConversationAccount { Id = $"talk-{who}", TenantId = "contoso" },
                From = new ChannelAccount { Id = who },
                Recipient = new ChannelAccount { Id = "bot" },
                Text = text,
                LocalTimezone = "Europe/Berlin",
            },
            "silent",
            CancellationToken.None);
}
