using System.Text.Json.Nodes;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Channels;

/// <summary>Coming and going: the welcome once, and nothing after the bot was removed.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private static readonly Address Home = Address.Of("msteams", "tenant-1", "a:ana", "29:ana", Scope.Personal);

    private Connected _world = null!;
    private int _ids;

    public async Task InitializeAsync() => _world = await Connected.OpenAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task However_many_events_tell_of_an_install_at_once_there_is_one_welcome()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => _world.ArrivesAsync(i % 2 == 0 ? Install() : BotAdded()))));

        Assert.StartsWith("I am WalkBuddyBot.", Assert.Single(_world.Channel.Texts));
        Assert.NotNull(await _world.FindAsync(Home));
    }

    [Fact]
    public async Task However_many_events_tell_of_a_team_at_once_there_is_one_introduction_and_nobody_is_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => _world.ArrivesAsync(Team(i % 2 == 0 ? Install() : BotAdded())))));

        Assert.StartsWith("I am WalkBuddyBot. I was added here", Assert.Single(_world.Channel.Texts));
        Assert.Null(await _world.FindAsync(Home));
    }

    [Fact]
    public async Task An_uninstall_closes_the_address_and_drops_what_waits_for_it()
    {
        await _world.ArrivesAsync(Says("remind me in 20 minutes"));
        await _world.WaitAsync(Duration.FromMinutes(5));
        var before = _world.Channel.Taken.Count;

        await _world.ArrivesAsync(Removed());
        await _world.WaitAsync(Duration.FromMinutes(30));

        var person = (await _world.FindAsync(Home))!.Person;
        Assert.Equal(before, _world.Channel.Taken.Count);
        Assert.False(Assert.Single(person.Addresses).Open);
        Assert.NotNull(person.LeftAt);
    }

    [Fact]
    public async Task A_reply_that_waits_for_the_channel_is_not_sent_after_an_uninstall()
    {
        _world.Channel.Answer = _ => new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable);
        await _world.ArrivesAsync(Says("why does walking help?"));
        _world.Channel.Answer = null;
        var before = _world.Channel.Taken.Count;

        await _world.ArrivesAsync(Removed());
        await _world.WaitAsync(Duration.FromMinutes(5));

        Assert.Equal(before, _world.Channel.Taken.Count);
    }

    [Fact]
    public async Task A_reply_that_the_channel_puts_off_arrives_later_and_once()
    {
        _world.Channel.Answer = _ => new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable);
        await _world.ArrivesAsync(Says("why does walking help?"));
        _world.Channel.Answer = null;

        await _world.WaitAsync(Duration.FromMinutes(5));

        Assert.Equal(2, _world.Channel.Taken.Count);
        Assert.Equal(_world.Channel.Taken[0], _world.Channel.Taken[1], (one, other) => one.Request == other.Request);
    }

    [Fact]
    public async Task Who_comes_back_finds_the_reminders_and_gets_no_second_welcome()
    {
        await _world.ArrivesAsync(Install());
        await _world.ArrivesAsync(Says("remind me weekdays at 10:30"));
        await _world.ArrivesAsync(Removed());
        await _world.WaitAsync(Duration.FromMinutes(60));
        var before = _world.Channel.Taken.Count;

        await Task.WhenAll(_world.ArrivesAsync(Install()), _world.ArrivesAsync(BotAdded()));

        Assert.StartsWith("Welcome back. Your reminders are as they were.", Assert.Single(_world.Channel.Texts.Skip(before)));
        var person = (await _world.FindAsync(Home))!.Person;
        Assert.Null(person.LeftAt);
        Assert.True(Assert.Single(person.Addresses).Open);
        Assert.Single(person.Schedules);
    }

    [Fact]
    public async Task Words_among_others_keep_nobody_and_change_nothing_of_who_is_known()
    {
        await _world.ArrivesAsync(Says("remind me weekdays at 10:30"));
        var before = (await _world.FindAsync(Home))!.Person;

        await _world.ArrivesAsync(Team(Says("stop")));
        await _world.ArrivesAsync(Team(Says("delete my data")));

        Assert.Equal(before.Version, (await _world.FindAsync(Home))!.Person.Version);
    }

    private JsonObject Install() => Activity("installationUpdate", ("action", "add"));

    private JsonObject Removed() => Activity("installationUpdate", ("action", "remove"));

    private JsonObject BotAdded() => Activity("conversationUpdate", ("membersAdded", new JsonArray(new JsonObject { ["id"] = "28:bot" })));

    private JsonObject Says(string text) => Activity("message", ("text", text), ("localTimezone", "Europe/Berlin"));

    private static JsonObject Team(JsonObject activity)
    {
        activity["conversation"] = new JsonObject { ["id"] = "19:team", ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = "tenant-1" };
        return activity;
    }

    private JsonObject Activity(string type, params (string Name, JsonNode Value)[] more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"id-{Interlocked.Increment(ref _ids)}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "http://127.0.0.1:3979/",
            ["from"] = new JsonObject { ["id"] = "29:ana" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:ana", ["conversationType"] = "personal", ["tenantId"] = "tenant-1" },
        };
        foreach (var (name, value) in more)
        {
            activity[name] = value;
        }

        return activity;
    }
}
