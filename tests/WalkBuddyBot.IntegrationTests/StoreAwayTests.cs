using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>The memory goes away while a page is open.</summary>
public sealed class StoreAwayTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Fact]
    public async Task An_emergency_is_answered_though_nothing_can_be_stored()
    {
        var memory = new Memory();
        await using var app = new WalkBuddyApp(Monday, also: memory.StandBetween);
        await using var visitor = await Visitor.OpenAsync(app);
        memory.Away = true;

        var replies = await visitor.SayAsync("I have crushing chest pain right now");

        Assert.Contains(replies, reply => Visitor.Text(reply).Contains("112", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Anything_else_is_told_to_try_again_and_works_when_the_memory_is_back()
    {
        var memory = new Memory();
        await using var app = new WalkBuddyApp(Monday, also: memory.StandBetween);
        await using var visitor = await Visitor.OpenAsync(app);
        memory.Away = true;

        using var refused = await visitor.Http.PostAsJsonAsync(
            $"/v3/directline/conversations/{visitor.Conversation}/activities", new { type = "message", text = "hello" });
        memory.Away = false;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.NotEmpty(await visitor.SayAsync("hello"));
    }

    /// <summary>The real stores, which can be taken away.</summary>
    private sealed class Memory
    {
        public bool Away { get; set; }

        public void StandBetween(IServiceCollection services)
        {
            Wrap<IConversationStore>(services, inner =>
            {
                var store = new Mock<IConversationStore>();
                store.Setup(s => s.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
                    .Returns((string id, CancellationToken ct) => inner.FindAsync(id, ct));
                store.Setup(s => s.NewestOfAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
                    .Returns((string id, CancellationToken ct) => inner.NewestOfAsync(id, ct));
                store.Setup(s => s.CreateAsync(It.IsAny<WebConversation>(), It.IsAny<CancellationToken>()))
                    .Returns((WebConversation c, CancellationToken ct) => inner.CreateAsync(c, ct));
                store.Setup(s => s.WatermarkAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
                    .Returns((string id, CancellationToken ct) => inner.WatermarkAsync(id, ct));
                store.Setup(s => s.WatermarkBeforeNewestAsync(It.IsAny<string>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
                    .Returns((string id, int most, CancellationToken ct) => inner.WatermarkBeforeNewestAsync(id, most, ct));
                store.Setup(s => s.ReadAsync(It.IsAny<string>(), It.IsAny<long>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
                    .Returns((string id, long after, int most, CancellationToken ct) => inner.ReadAsync(id, after, most, ct));
                store.Setup(s => s.PostAsync(It.IsAny<string>(), It.IsAny<BotActivity>(), It.IsAny<string?>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()))
                    .Returns((string id, BotActivity a, string? c, bool run, CancellationToken ct) => Away ? throw Gone() : inner.PostAsync(id, a, c, run, ct));
                store.Setup(s => s.AppendAsync(
                        It.IsAny<string>(), It.IsAny<BotActivity>(), It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()))
                    .Returns((string id, BotActivity a, string o, bool shown, CancellationToken ct) =>
                        Away ? throw Gone() : inner.AppendAsync(id, a, o, shown, ct));
                return store.Object;
            });
            Wrap<ITurns>(services, inner =>
            {
                var turns = new Mock<ITurns>();
                turns.Setup(t => t.FindAsync(It.IsAny<Address>(), It.IsAny<CancellationToken>()))
                    .Returns((Address from, CancellationToken ct) => Away ? throw Gone() : inner.FindAsync(from, ct));
                turns.Setup(t => t.CommitAsync(It.IsAny<Heard>(), It.IsAny<long?>(), It.IsAny<TurnOutcome>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
                    .Returns((Heard h, long? v, TurnOutcome o, string? a, CancellationToken ct) => Away ? throw Gone() : inner.CommitAsync(h, v, o, a, ct));
                return turns.Object;
            });
        }

        private static StoreUnavailableException Gone() => new("away");

        private static void Wrap<T>(IServiceCollection services, Func<T, T> wrap)
            where T : class
        {
            var old = services.Last(service => service.ServiceType == typeof(T));
            services.Remove(old);
            services.AddSingleton(provider => wrap((T)(
                old.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, old.ImplementationType!))));
        }
    }
}
