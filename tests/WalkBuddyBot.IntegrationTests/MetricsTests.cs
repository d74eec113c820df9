using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpenTelemetry.Exporter;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;
using WalkBuddyBot.IntegrationTests.Driving;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>Each counter is seen to move by a scrape of the real service.</summary>
[Collection(Alone.Name)]
public sealed class MetricsTests : IDisposable
{
    // Monday, 10:00 in Berlin.
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);
    private readonly SilentSink _silent = new();
    private readonly WalkBuddyApp _app;

    public MetricsTests() => _app = new WalkBuddyApp(Monday, also: services =>
    {
        services.AddSingleton<IActivitySink>(_silent);
        services.Configure<PrometheusAspNetCoreOptions>(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 0);
    });

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_question_counts_as_a_turn_and_as_an_answer_of_its_topic_and_takes_time()
    {
        await using var visitor = await Visitor.OpenAsync(_app);

        var (before, after) = await AroundAsync(() => visitor.SayAsync("why does walking help my back?"));

        // The page may have the reply before the turn that sent it has come to its end.
        var ended = await Scrape.UntilAsync(_app, now => Moved(before, now, "walkbuddy_turn_ended_total", "label=\"overview\"") > 0);
        Assert.Equal(1, Moved(before, after, "walkbuddy_answer_given_total", "topic=\"overview\""));
        Assert.Equal(1, Moved(before, ended, "walkbuddy_turn_ended_total", "label=\"overview\"", "outcome=\"committed\""));
        Assert.Equal(1, Moved(before, ended, "walkbuddy_turn_duration_seconds_count", "outcome=\"committed\""));
        Assert.True(ended.Of("http_server_request_duration_seconds_count") > 0);
    }

    [Fact]
    public async Task What_the_article_does_not_answer_counts_as_declined()
    {
        await using var visitor = await Visitor.OpenAsync(_app);

        var (before, after) = await AroundAsync(() => visitor.SayAsync("what is the capital of France"));

        Assert.Equal(1, Moved(before, after, "walkbuddy_answer_declined_total"));
        Assert.Equal(0, Moved(before, after, "walkbuddy_answer_given_total"));
    }

    [Theory]
    [InlineData("my chest hurts and my left arm is numb", "emergency")]
    [InlineData("I want to die", "crisis")]
    [InlineData("I have a fever and back pain", "same-day")]
    [InlineData("what are the signs of a heart attack", "inform")]
    public async Task A_safety_reply_counts_by_its_level(string words, string level)
    {
        await using var visitor = await Visitor.OpenAsync(_app);

        var (before, after) = await AroundAsync(() => visitor.SayAsync(words));

        Assert.Equal(1, Moved(before, after, "walkbuddy_safety_replied_total", $"level=\"{level}\""));
        Assert.Equal(1, Moved(before, after, "walkbuddy_safety_replied_total"));
    }

    [Fact]
    public async Task A_reminder_counts_when_it_is_planned_sent_and_answered_and_its_answer_once()
    {
        await using var visitor = await Visitor.OpenAsync(_app);
        await visitor.SayAsync("remind me every day at 10:30 and 15:00");

        var (before, sent) = await AroundAsync(() => _app.RunUntilAsync(Monday + Duration.FromMinutes(31)));
        var nudge = (await visitor.UntilAsync(page => page.Any(Visitor.IsNudge))).Single(Visitor.IsNudge);
        var press = Visitor.Press(nudge, "I walked");
        await visitor.PostMessageAsync(press.DeepClone().AsObject());
        await visitor.PostMessageAsync(press.DeepClone().AsObject());
        var answered = await Scrape.OfAsync(_app);

        Assert.Equal(1, Moved(before, sent, "walkbuddy_nudge_planned_total", "kind=\"walk\""));
        Assert.Equal(1, Moved(before, sent, "walkbuddy_nudge_sent_total", "kind=\"walk\""));
        Assert.Equal(1, Moved(before, sent, "walkbuddy_nudge_late_seconds_count"));
        Assert.Equal(1, Moved(sent, answered, "walkbuddy_nudge_answered_total", "answer=\"walked\""));
    }

    [Fact]
    public async Task A_reminder_that_comes_too_late_counts_as_dropped_and_not_as_sent()
    {
        await using var visitor = await Visitor.OpenAsync(_app);
        await visitor.SayAsync("remind me every day at 10:30");

        var (before, after) = await AroundAsync(async () =>
        {
            _app.Time.Advance(TimeSpan.FromHours(2));
            await TickAsync();
        });

        Assert.Equal(1, Moved(before, after, "walkbuddy_nudge_dropped_total", "reason=\"late\""));
        Assert.Equal(0, Moved(before, after, "walkbuddy_nudge_sent_total"));
    }

    [Fact]
    public async Task Where_a_channel_never_says_whether_it_has_a_reminder_it_counts_as_uncertain_and_where_it_refuses_as_failed()
    {
        await HearAsync("1", "remind me in 1 minute");
        var (before, uncertain) = await AroundAsync(() => _app.RunUntilAsync(Monday + Duration.FromMinutes(2)));
        _silent.Outcome = new SinkOutcome.Refused("no");
        await HearAsync("2", "remind me in 10 minutes");

        var (_, failed) = await AroundAsync(() => _app.RunUntilAsync(Monday + Duration.FromMinutes(13)));

        Assert.Equal(1, Moved(before, uncertain, "walkbuddy_nudge_uncertain_total"));
        Assert.Equal(1, Moved(uncertain, failed, "walkbuddy_nudge_failed_total"));
    }

    [Fact]
    public async Task A_message_that_comes_twice_counts_once_and_as_a_repeat()
    {
        var (before, after) = await AroundAsync(async () =>
        {
            await HearAsync("1", "why does walking help my back?");
            await HearAsync("1", "why does walking help my back?");
        });

        Assert.Equal(1, Moved(before, after, "walkbuddy_answer_given_total"));
        Assert.Equal(1, Moved(before, after, "walkbuddy_turn_ended_total", "outcome=\"repeat\""));
    }

    [Fact]
    public async Task Refused_requests_count_by_status_and_kind()
    {
        await using var visitor = await Visitor.OpenAsync(_app);
        using var stranger = _app.CreateClient();
        var activities = new Uri($"/v3/directline/conversations/{visitor.Conversation}/activities", UriKind.Relative);

        var (before, after) = await AroundAsync(async () =>
        {
            await stranger.GetAsync(activities);
            using var broken = new StringContent("{", Encoding.UTF8, "application/json");
            await visitor.Http.PostAsync(activities, broken);
            using var long_ = new StringContent($$"""{"type":"message","text":"{{new string('a', 70_000)}}"}""", Encoding.UTF8, "application/json");
            await visitor.Http.PostAsync(activities, long_);
            using var foreign = new HttpRequestMessage(HttpMethod.Post, activities);
            foreign.Headers.Add("Origin", "https://example.org");
            await visitor.Http.SendAsync(foreign);
        });

        Assert.Equal(1, Moved(before, after, "walkbuddy_request_refused_total", "status=\"401\"", "kind=\"MissingCredentials\""));
        Assert.Equal(1, Moved(before, after, "walkbuddy_request_refused_total", "status=\"400\""));
        Assert.Equal(1, Moved(before, after, "walkbuddy_request_refused_total", "status=\"413\""));
        Assert.Equal(1, Moved(before, after, "walkbuddy_request_refused_total", "status=\"403\"", "kind=\"Forbidden\""));
    }

    [Fact]
    public async Task A_hold_is_seen_and_while_it_lasts_nothing_is_sent()
    {
        await using var visitor = await Visitor.OpenAsync(_app);
        await visitor.SayAsync("remind me every day at 10:30");
        var hold = _app.Services.GetRequiredService<INudgeHold>();
        await hold.HoldAsync(CancellationToken.None);

        var (before, held) = await AroundAsync(() => _app.RunUntilAsync(Monday + Duration.FromMinutes(40)));
        var answer = await visitor.SayAsync("why does walking help my back?");
        await hold.ReleaseAsync(CancellationToken.None);
        var (_, released) = await AroundAsync(() => _app.RunUntilAsync(Monday + Duration.FromMinutes(41)));

        Assert.NotEmpty(answer);
        Assert.Equal((1, 0), (held.Of("walkbuddy_nudges_held"), released.Of("walkbuddy_nudges_held")));
        Assert.Equal((1, 0), (Moved(before, held, "walkbuddy_nudge_planned_total"), Moved(before, held, "walkbuddy_nudge_sent_total")));
        Assert.Equal(1, Moved(held, released, "walkbuddy_nudge_sent_total"));
    }

    [Fact]
    public async Task What_a_hold_made_late_is_dropped_and_counted_while_it_lasts()
    {
        await using var visitor = await Visitor.OpenAsync(_app);
        await visitor.SayAsync("remind me every day at 10:30");
        await _app.Services.GetRequiredService<INudgeHold>().HoldAsync(CancellationToken.None);

        var (before, after) = await AroundAsync(() => _app.RunUntilAsync(Monday + Duration.FromMinutes(92)));

        Assert.Equal(1, Moved(before, after, "walkbuddy_nudge_dropped_total", "reason=\"late\""));
    }

    [Theory]
    [InlineData("Host", "example.org")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Who_comes_through_a_proxy_or_by_another_name_reads_nothing(string header, string value)
    {
        using var http = _app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add(header, value);

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Where_it_is_public_anybody_reads_it()
    {
        await using var open = new WalkBuddyApp(Monday, settings: [("Metrics:Public", "true")]);
        using var http = open.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static double Moved(Scrape before, Scrape after, string name, params IReadOnlyList<string> labels) =>
        after.Of(name, labels) - before.Of(name, labels);

    private async Task<(Scrape Before, Scrape After)> AroundAsync(Func<Task> what)
    {
        // A first turn or tick has made every room that counts.
        await TickAsync();
        var before = await Scrape.OfAsync(_app);
        await what();
        return (before, await Scrape.OfAsync(_app));
    }

    private Task<TickResult> TickAsync() => _app.Services.GetRequiredService<INudgeTick>().RunAsync(CancellationToken.None);

    private Task<InboundAnswer> HearAsync(string id, string text) => _app.Services.GetRequiredService<IInboundActivities>().HandleAsync(
        new BotActivity
        {
            Type = ActivityTypes.Message,
            Id = id,
            ChannelId = "msteams",
            Conversation = new ConversationAccount { Id = "talk", TenantId = "contoso" },
            From = new ChannelAccount { Id = "somebody" },
            Recipient = new ChannelAccount { Id = "bot" },
            Text = text,
            LocalTimezone = "Europe/Berlin",
        },
        _silent.Name,
        CancellationToken.None);
}
