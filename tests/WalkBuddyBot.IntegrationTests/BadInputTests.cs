using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>Hostile and broken input at the whole service: a clear answer, nothing lost, and the talk goes on.</summary>
public sealed class BadInputTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"text\":5}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"text\":\"\\u0000\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"installationUpdate\",\"action\":\"add\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"conversationUpdate\",\"membersAdded\":[]}", HttpStatusCode.BadRequest)]
    public async Task A_broken_body_is_refused_and_the_talk_goes_on(string body, HttpStatusCode expected)
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);

        var answer = await PostAsync(visitor, body);

        Assert.Equal(expected, answer.StatusCode);
        await AssertErrorBodyAsync(answer);
        Assert.NotEmpty(await visitor.SayAsync("hello"));
    }

    [Fact]
    public async Task A_body_too_deep_is_refused()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);

        var answer = await PostAsync(visitor, $"{{\"type\":\"message\",\"value\":{new string('[', 10_000)}{new string(']', 10_000)}}}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_too_large_is_refused()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);

        var answer = await PostAsync(visitor, $"{{\"type\":\"message\",\"text\":\"{new string('a', 2_000_000)}\"}}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_content_type_is_refused()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);

        var answer = await PostAsync(visitor, "{\"type\":\"message\",\"text\":\"hi\"}", "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_foreign_origin_is_refused()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate");
        request.Headers.Add("Origin", "https://elsewhere.example");

        var answer = await visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("not-a-token")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJhdWQiOiJkaXJlY3RsaW5lIiwiY29udiI6ImMiLCJ1c2VyIjoiZGxfeCIsImV4cCI6OTk5OTk5OTk5OX0.")]
    public async Task A_forged_token_is_refused(string token)
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        visitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var answer = await PostAsync(visitor, "{\"type\":\"message\",\"text\":\"hi\"}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_past_its_life_is_told_so_and_a_new_one_shows_the_same_talk()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        await visitor.SayAsync("remind me weekdays at 10:30");
        await visitor.ClosePageAsync();
        app.Time.Advance(TimeSpan.FromMinutes(31));

        var answer = await PostAsync(visitor, "{\"type\":\"message\",\"text\":\"hi\"}");
        await visitor.OpenPageAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("TokenExpired", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(await visitor.HistoryAsync(), activity => Visitor.Text(activity) == "remind me weekdays at 10:30");
    }

    [Fact]
    public async Task A_press_with_someone_elses_nudge_in_it_changes_nothing_of_theirs()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var victim = await Visitor.OpenAsync(app);
        await using var thief = await Visitor.OpenAsync(app);
        await victim.SayAsync("remind me weekdays at 10:30");
        await thief.SayAsync("hello");
        await app.RunUntilAsync(Monday + Duration.FromMinutes(30));
        var nudge = (await victim.HistoryAsync()).Single(Visitor.IsNudge);

        await thief.PostMessageAsync(Visitor.Press(nudge, "Not today"));
        var again = await victim.PressAsync(nudge, "I walked");

        Assert.Contains(again, reply => Visitor.Text(reply).Contains("10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_zone_of_the_client_is_asked_about_not_believed()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app, "Mars/Olympus");

        var asked = (await visitor.SayAsync("remind me weekdays at 10:30"))[0];
        var set = (await visitor.SayAsync("Europe/Lisbon"))[0];

        Assert.Contains("zone", Visitor.Text(asked), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Lisbon", Visitor.Text(set), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_odd_messages_each_get_a_way_on()
    {
        await using var app = new WalkBuddyApp(Monday);
        await using var visitor = await Visitor.OpenAsync(app);
        var random = new Random(20261123);
        string[] pieces = ["walk", "'; DROP TABLE person;--", "<script>alert(1)</script>", "{name}", "𝕨𝕒𝕝𝕜", "👟👟", "\u202Eback", "ÄÖÜ", "99999999999999", "at", "25:61", "every", "-1", "\n", "HELP", "..."];

        for (var i = 0; i < 200; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var replies = await visitor.SayAsync(text);

            Assert.Contains(replies, reply => reply["suggestedActions"]?["actions"] is JsonArray { Count: > 0 } || reply["attachments"] is JsonArray { Count: > 0 });
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await visitor.Http.PostAsync($"/v3/directline/conversations/{visitor.Conversation}/activities", content);
    }

    private static async Task AssertErrorBodyAsync(HttpResponseMessage answer)
    {
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!;
        Assert.NotEmpty((string)error["code"]!);
        Assert.DoesNotContain("   at ", (string)error["message"]!, StringComparison.Ordinal);
    }
}
