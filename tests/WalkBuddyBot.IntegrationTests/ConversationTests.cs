using System.Text.Json.Nodes;
using NodaTime;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>What people do first, over the real wire and the real database.</summary>
public sealed class ConversationTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Fact]
    public async Task A_question_is_answered_with_its_section_and_a_way_on()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);

        var reply = Assert.Single(await visitor.SayAsync("why does walking help my back?"));

        Assert.Contains("section", Visitor.Text(reply), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(reply["suggestedActions"]!["actions"]!.AsArray());
    }

    [Theory]
    [InlineData("why does walking help my bakc?")]
    [InlineData("why does wlaking help my back")]
    [InlineData("does walkng help back pian")]
    public async Task A_slip_of_the_finger_reaches_the_same_answer(string slipped)
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);

        var reply = (await visitor.SayAsync(slipped))[0];

        Assert.Contains("gentle exercise", Visitor.Text(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_today_ends_what_was_asked_for_today_and_a_later_wish_still_comes()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        await visitor.SayAsync("remind me every day at 10:30 and 15:00");
        await visitor.SayAsync("remind me today at noon");

        await visitor.SayAsync("not today");
        await visitor.SayAsync("remind me today at 13:15");
        await app.RunUntilAsync(Monday + Duration.FromHours(23));
        var today = (await visitor.HistoryAsync()).Where(Visitor.IsNudge).Select(At).ToList();
        await app.RunUntilAsync(Monday + Duration.FromHours(25));

        // 13:15 in Berlin is 12:15 UTC; the next morning is as ever, and its card takes the place of the one before.
        Assert.Equal(["2026-11-23T12:15"], today);
        Assert.Equal(["2026-11-24T09:30"], (await visitor.HistoryAsync()).Where(Visitor.IsNudge).Select(At));
    }

    [Fact]
    public async Task Not_today_taken_back_brings_the_day_back()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        await visitor.SayAsync("remind me every day at 10:30 and 15:00");
        await visitor.SayAsync("not today");

        await visitor.SayAsync("undo");
        await app.RunUntilAsync(Monday + Duration.FromHours(1));
        var morning = (await visitor.HistoryAsync()).Where(Visitor.IsNudge).Select(At).ToList();
        await app.RunUntilAsync(Monday + Duration.FromHours(12));

        Assert.Equal(["2026-11-23T09:30"], morning);
        Assert.Equal(["2026-11-23T14:00"], (await visitor.HistoryAsync()).Where(Visitor.IsNudge).Select(At));
    }

    [Fact]
    public async Task A_weekday_reminder_arrives_at_its_minute_with_its_buttons()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        await visitor.SayAsync("remind me weekdays at 10:30");

        // 10:30 in Berlin is 09:30 UTC, half an hour from now.
        await app.RunUntilAsync(Monday + Duration.FromMinutes(29));
        Assert.DoesNotContain(await visitor.HistoryAsync(), Visitor.IsNudge);
        await app.RunUntilAsync(Monday + Duration.FromMinutes(30));

        var nudge = Assert.Single(await visitor.HistoryAsync(), Visitor.IsNudge);
        foreach (var title in (string[])["I walked", "In 30 minutes", "Not today"])
        {
            Assert.NotNull(Visitor.Press(nudge, title)["value"]);
        }
    }

    [Fact]
    public async Task A_press_counts_once_however_often_it_is_pressed()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        var nudge = await NudgedAsync(app, visitor);

        await visitor.PressAsync(nudge, "I walked");
        await visitor.PressAsync(nudge, "I walked");
        var status = await visitor.SayAsync("I walked 5 minutes");

        // 10 easy minutes once, and the 5 just told: two walks.
        Assert.Contains(status, reply => Visitor.Text(reply).Contains("15", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_30_minutes_brings_it_back_in_30_minutes()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        var nudge = await NudgedAsync(app, visitor);

        await visitor.PressAsync(nudge, "In 30 minutes");
        await app.RunUntilAsync(app.Now + Duration.FromMinutes(31));

        Assert.Equal(["2026-11-23T10:00"], (await visitor.HistoryAsync()).Where(Visitor.IsNudge).Select(At).Where(at => at != "2026-11-23T09:30"));
    }

    [Fact]
    public async Task After_stop_nothing_comes()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        await visitor.SayAsync("remind me every day at 10:30 and 15:00");

        await visitor.SayAsync("stop");
        await app.RunUntilAsync(Monday + Duration.FromDays(3));

        Assert.DoesNotContain(await visitor.HistoryAsync(), Visitor.IsNudge);
    }

    [Fact]
    public async Task An_emergency_is_answered_first_and_holds_what_was_planned()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        await visitor.SayAsync("remind me every day at 10:30");

        var reply = (await visitor.SayAsync("I went numb between my legs and I can't pee"))[0];
        await app.RunUntilAsync(Monday + Duration.FromHours(71));
        var during = (await visitor.HistoryAsync()).Count(Visitor.IsNudge);
        await app.RunUntilAsync(Monday + Duration.FromHours(97));

        Assert.Contains("112", Visitor.Text(reply), StringComparison.Ordinal);
        Assert.Equal(0, during);
        Assert.NotEqual(0, (await visitor.HistoryAsync()).Count(Visitor.IsNudge));
    }

    [Theory]
    [InlineData("remind me at 25:00")]
    [InlineData("remind me every 0 minutes between 9 and 5")]
    [InlineData("remind me on Feb 30 at 9")]
    [InlineData("my time zone is Mars/Base")]
    public async Task What_cannot_be_is_said_kindly_and_changes_nothing(string impossible)
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);

        var reply = (await visitor.SayAsync(impossible))[0];
        var status = (await visitor.SayAsync("show my reminders"))[0];

        Assert.NotEmpty(reply["suggestedActions"]!["actions"]!.AsArray());
        Assert.DoesNotContain("25:00", Visitor.Text(status), StringComparison.Ordinal);
        Assert.DoesNotContain("Mars", Visitor.Text(status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_opened_again_shows_the_nudge_that_came_meanwhile_once()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        await visitor.SayAsync("remind me weekdays at 10:30");
        await visitor.ClosePageAsync();

        await app.RunUntilAsync(Monday + Duration.FromHours(1));
        await visitor.OpenPageAsync();
        await visitor.UntilAsync(page => page.Any(Visitor.IsNudge));

        Assert.Single(visitor.Page, Visitor.IsNudge);
    }

    [Fact]
    public async Task A_second_visitor_sees_nothing_of_the_first()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var first = await Visitor.OpenAsync(app);
        await using var second = await Visitor.OpenAsync(app);
        await first.SayAsync("remind me weekdays at 11:47");

        var shown = (await second.SayAsync("show my reminders"))[0];
        var stolen = await second.Http.GetAsync($"/v3/directline/conversations/{first.Conversation}/activities");

        Assert.DoesNotContain("11:47", Visitor.Text(shown), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, stolen.StatusCode);
    }

    private static async Task<JsonObject> NudgedAsync(WalkBuddyApp app, Visitor visitor)
    {
        await visitor.SayAsync("remind me weekdays at 10:30");
        await app.RunUntilAsync(Monday + Duration.FromMinutes(30));
        return (await visitor.HistoryAsync()).Single(Visitor.IsNudge);
    }

    private static string At(JsonObject activity) => ((string)activity["timestamp"]!)[..16];
}
