using System.Net;
using System.Text.Json.Nodes;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Channels;

/// <summary>Where the channel says that nobody can be reached, it is not tried again and again; and nobody answers the bot's own voice.</summary>
public sealed class GoneTests : IAsyncLifetime
{
    private static readonly Address Home = Address.Of("msteams", "tenant-1", "a:ana", "29:ana", Scope.Personal);

    private Connected _world = null!;
    private int _ids;

    public async Task InitializeAsync() => _world = await Connected.OpenAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "ConversationBlockedByUser")]
    [InlineData(HttpStatusCode.Forbidden, "BotNotInConversationRoster")]
    [InlineData(HttpStatusCode.NotFound, "ConversationNotFound")]
    public async Task After_the_channel_said_so_once_no_nudge_is_tried_there_until_somebody_speaks_there(HttpStatusCode status, string code)
    {
        await _world.ArrivesAsync(Says("remind me in 10 minutes"));
        await _world.ArrivesAsync(Says("remind me in 20 minutes"));
        await _world.ArrivesAsync(Says("remind me in 90 minutes"));
        var before = _world.Channel.Taken.Count;

        _world.Channel.Answer = _ => new(status) { Content = new StringContent($$$"""{"error":{"code":"{{{code}}}"}}""") };
        await _world.WaitAsync(Duration.FromMinutes(30));
        var tried = _world.Channel.Taken.Count - before;
        var states = (await _world.FindAsync(Home))!.Nudges30Days.Take(2).Select(row => (row.State, row.Reason));
        _world.Channel.Answer = null;
        await _world.ArrivesAsync(Says("hello"));
        var spoken = _world.Channel.Taken.Count;
        await _world.WaitAsync(Duration.FromMinutes(70));

        Assert.Equal(1, tried);
        Assert.All(states, state => Assert.Equal((OutgoingState.Dropped, DropReasons.Gone), state));
        Assert.Equal(spoken + 1, _world.Channel.Taken.Count);
    }

    [Fact]
    public async Task What_the_bot_says_itself_is_taken_and_answered_by_nothing()
    {
        var own = Says("help");
        own["from"] = new JsonObject { ["id"] = "28:bot", ["name"] = "WalkBuddyBot" };

        var answer = await _world.ArrivesAsync(own);

        Assert.Equal(InboundAnswer.Ok with { Replies = answer.Replies }, answer);
        Assert.Empty(answer.Replies);
        Assert.Empty(_world.Channel.Taken);
    }

    private JsonObject Says(string text) => new()
    {
        ["type"] = "message",
        ["id"] = $"f:{_ids++}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = "http://localhost:56150/",
        ["locale"] = "en-US",
        ["localTimezone"] = "Europe/Berlin",
        ["from"] = new JsonObject { ["id"] = "29:ana", ["name"] = "Ana" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "WalkBuddyBot" },
        ["conversation"] = new JsonObject { ["id"] = "a:ana", ["conversationType"] = "personal", ["tenantId"] = "tenant-1" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" } },
        ["text"] = text,
    };
}
