using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WalkBuddyBot.IntegrationTests.Driving;
using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>Two nodes on one database do as one: what either is told is done once, and each page shows what there is.</summary>
public sealed class TwoNodesTests
{
    [PostgresFact]
    public async Task What_a_channel_sends_to_both_at_once_is_done_once_and_answered_alike()
    {
        await using var nodes = await TwoNodes.StartAsync();
        using var one = nodes.One.CreateClient();
        using var other = nodes.Other.CreateClient();

        for (var number = 0; number < 20; number++)
        {
            var answers = await Task.WhenAll(PostAsync(one, Walked(number)), PostAsync(other, Walked(number)));
            Assert.Equal(answers[0], answers[1]);
        }

        Assert.Equal(20, await nodes.CountAsync("SELECT count(*) FROM walk"));
        Assert.Equal(20, await nodes.CountAsync("SELECT count(*) FROM inbox WHERE state = 'Done'"));
        Assert.Equal(20, await nodes.CountAsync("SELECT count(*) FROM outgoing WHERE state = 'Sent'"));
        Assert.Equal(20, await nodes.CountAsync("SELECT count(*) FROM outgoing"));
    }

    [PostgresFact]
    public async Task What_one_person_says_at_both_at_once_is_all_kept()
    {
        await using var nodes = await TwoNodes.StartAsync();
        HttpClient[] clients = [nodes.One.CreateClient(), nodes.Other.CreateClient()];
        await PostAsync(clients[0], Walked(0));

        await Task.WhenAll(Enumerable.Range(1, 30).Select(number => PostAsync(clients[number % 2], Walked(number, person: 0))));

        Assert.Equal(31, await nodes.CountAsync("SELECT count(*) FROM walk"));
        Assert.Equal(1, await nodes.CountAsync("SELECT count(*) FROM person"));
    }

    [PostgresFact]
    public async Task Tabs_at_both_show_the_same_in_the_same_order_whatever_is_said_at_once()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var atOne = await Visitor.OpenAsync(nodes.One);
        await using var atOther = await atOne.ComeBackAsync(nodes.Other);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            (number % 2 == 0 ? atOne : atOther).PostRawAsync(new JsonObject { ["text"] = $"walked {number + 1} minutes" })));
        await atOne.UntilAsync(page => page.Count >= 41);
        await atOther.UntilAsync(page => page.Count >= 41);

        var kept = (await atOne.HistoryAsync()).Select(Visitor.Text).ToList();
        Assert.Equal(kept, atOne.Page.Select(Visitor.Text));
        Assert.Equal(kept, atOther.Page.Select(Visitor.Text));
        Assert.Equal(20, await nodes.CountAsync("SELECT count(*) FROM walk"));
    }

    [PostgresFact]
    public async Task A_page_at_one_begins_anew_when_everything_is_deleted_at_the_other()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var atOne = await Visitor.OpenAsync(nodes.One);
        await using var atOther = await atOne.ComeBackAsync(nodes.Other);
        await atOne.SayAsync("walked 10 minutes");

        var asked = (await atOne.SayAsync("delete my data"))[^1];
        await atOne.PressAsync(asked, Visitor.Buttons(asked)[0]);
        var page = await atOther.UntilAsync(page => page.Any(IsErased));

        Assert.Single(page, IsErased);
        Assert.DoesNotContain(await atOther.HistoryAsync(), activity => Visitor.Text(activity) == "walked 10 minutes");
    }

    private static bool IsErased(JsonObject activity) => (string?)activity["name"] == "walkbuddy/erased";

    private static async Task<string> PostAsync(HttpClient node, JsonObject message)
    {
        using var answer = await node.PostAsJsonAsync("/api/messages", message);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static JsonObject Walked(int number, int? person = null) => new()
    {
        ["type"] = "message",
        ["id"] = $"m{number}",
        ["channelId"] = "emulator",
        ["serviceUrl"] = "http://localhost:56150",
        ["from"] = new JsonObject { ["id"] = $"u{person ?? number}" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = $"c{person ?? number}" },
        ["deliveryMode"] = "expectReplies",
        ["text"] = $"walked {number + 1} minutes",
    };
}
