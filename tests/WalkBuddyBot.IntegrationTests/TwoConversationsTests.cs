using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>One person in two conversations, over the real turn and the real database.</summary>
public sealed class TwoConversationsTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Fact]
    public async Task What_is_said_in_both_at_once_is_all_kept()
    {
        await using var app = new WalkBuddyApp(Monday);
        var bot = app.Services.GetRequiredService<IInboundActivities>();

        await Parallel.ForAsync(0, 60, async (i, ct) =>
            await bot.HandleAsync(Says($"talk {i % 2}", $"m{i}", $"walked {i + 1} minutes"), "directline", ct));

        var facts = await FactsAsync(app, "talk 0");
        Assert.Equal((60, 60 * 61 / 2), (facts.Last84Days.Sum(day => day.Walks), facts.Last84Days.Sum(day => day.Minutes)));
        Assert.Equal(facts.Person.Id, (await FactsAsync(app, "talk 1")).Person.Id);
        Assert.Equal(["talk 0", "talk 1"], facts.Person.Addresses.Select(address => address.Conversation).Order());
    }

    [Fact]
    public async Task What_was_asked_in_one_is_answered_there_and_nowhere_else()
    {
        await using var app = new WalkBuddyApp(Monday);
        var bot = app.Services.GetRequiredService<IInboundActivities>();
        await bot.HandleAsync(Says("talk 0", "m0", "remind me every day at 7"), "directline", CancellationToken.None);

        await bot.HandleAsync(Says("talk 1", "m1", "in the evening"), "directline", CancellationToken.None);
        var between = await FactsAsync(app, "talk 1");
        await bot.HandleAsync(Says("talk 0", "m2", "in the evening"), "directline", CancellationToken.None);

        Assert.Empty(between.Person.Schedules);
        var set = Assert.Single((await FactsAsync(app, "talk 0")).Person.Schedules);
        Assert.Equal("every day at 19:00", SpokenWish.Of(set.When, DateTimeZone.Utc));
    }

    private static BotActivity Says(string conversation, string id, string text) => new()
    {
        Type = ActivityTypes.Message,
        Id = id,
        ChannelId = Address.WebChat,
        Conversation = new ConversationAccount { Id = conversation },
        From = new ChannelAccount { Id = "somebody" },
        Recipient = new ChannelAccount { Id = "bot" },
        Text = text,
        LocalTimezone = "Europe/Berlin",
        Locale = "en",
    };

    private static async Task<PersonFacts> FactsAsync(WalkBuddyApp app, string conversation) =>
        await app.Services.GetRequiredService<ITurns>().FindAsync(
            Address.Of(Address.WebChat, null, conversation, "somebody", Scope.Personal), CancellationToken.None)
        ?? throw new InvalidOperationException("Nobody is known.");
}
