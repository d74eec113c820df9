using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Keeping;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>References, signing keys, pace and settings.</summary>
public abstract class SmallStoresContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    [StoreFact]
    public async Task The_newest_reference_of_an_address_is_kept()
    {
        var references = Get<IReferences>();
        var first =
            new ConversationReference { Sink = "connector", ChannelId = "msteams", Conversation = new ConversationAccount { Id = "a" } };

        await references.SaveAsync("x", first, None);
        await references.SaveAsync("x", first with { ServiceUrl = "https://example.org/" }, None);
        await RestartAsync();

        Assert.Equal("https://example.org/", (await Get<IReferences>().FindAsync("x", None))!.ServiceUrl);
        Assert.Null(await Get<IReferences>().FindAsync("y", None));
    }

    [StoreFact]
    public async Task Two_that_start_together_agree_on_one_key()
    {
        var keys = Get<ISigningKeys>();
        var mine = new SigningKey("mine", new byte[] { 1, 2, 3 }, Clock.GetCurrentInstant());
        var theirs = new SigningKey("theirs", new byte[] { 4 }, Clock.GetCurrentInstant());

        var agreed = await Task.WhenAll(keys.AddFirstAsync(mine, None), keys.AddFirstAsync(theirs, None));
        await RestartAsync();

        Assert.Equal(agreed[0].Id, agreed[1].Id);
        var kept = Assert.Single(await Get<ISigningKeys>().AllAsync(None));
        Assert.Equal((agreed[0].Id, agreed[0].CreatedAt), (kept.Id, kept.CreatedAt));
        Assert.Equal(agreed[0].Secret.ToArray(), kept.Secret.ToArray());
    }

    [StoreFact]
    public async Task A_lane_gives_its_rate_and_no_more_in_any_second()
    {
        var pace = Get<IPace>();
        var taken = new List<int>();

        for (var i = 0; i < 100; i++)
        {
            taken.Add(await pace.TakeAsync("contoso", 16, None));
            Clock.Advance(Duration.FromMilliseconds(20));
        }

        Assert.InRange(taken.Skip(50).Sum(), 24, 26);
        Assert.All(Enumerable.Range(0, 50), from => Assert.InRange(taken.Skip(from).Take(50).Sum(), 24, 28));
    }

    [StoreFact]
    public async Task Permits_have_moments_an_interval_apart_and_none_is_lost_on_the_way()
    {
        var pace = Get<IPace>();
        var first = await pace.ReserveAsync("contoso", 4, Duration.Zero, None);
        var early = await pace.ReserveAsync("contoso", 4, Duration.FromMilliseconds(100), None);
        Clock.Advance(Duration.FromMilliseconds(100));
        var next = await pace.ReserveAsync("contoso", 4, Duration.FromMilliseconds(100), None);

        Assert.Equal(new Permits(4, Duration.Zero, Duration.FromMilliseconds(40)), first);
        Assert.Equal(new Permits(0, Duration.FromMilliseconds(60), Duration.FromMilliseconds(40)), early);
        Assert.Equal(new Permits(4, Duration.FromMilliseconds(60), Duration.FromMilliseconds(40)), next);
    }

    [StoreFact]
    public async Task A_held_lane_reserves_nothing_and_one_without_a_pace_gives_all_at_once()
    {
        var pace = Get<IPace>();
        var free = await pace.ReserveAsync("free", 9, Duration.Zero, None);
        await pace.HoldAsync("contoso", Duration.FromSeconds(30), None);
        await pace.HoldAsync("free", Duration.FromSeconds(30), None);

        Assert.Equal(new Permits(9, Duration.Zero, Duration.Zero), free);
        Assert.Equal((0, Duration.FromSeconds(30)), await FirstAsync("contoso"));
        Assert.Equal((0, Duration.FromSeconds(30)), await FirstAsync("free"));

        async Task<(int, Duration)> FirstAsync(string lane)
        {
            var permits = await pace.ReserveAsync(lane, 4, Duration.Zero, None);
            return (permits.Count, permits.First);
        }
    }

    [StoreFact]
    public async Task A_quiet_minute_is_not_made_up_for()
    {
        await Get<IPace>().TakeAsync("contoso", 16, None);
        Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal(3, await Get<IPace>().TakeAsync("contoso", 16, None));
        Assert.Equal(0, await Get<IPace>().TakeAsync("contoso", 16, None));
    }

    [StoreFact]
    public async Task A_held_lane_waits_and_its_neighbour_does_not()
    {
        var pace = Get<IPace>();
        await pace.HoldAsync("contoso", Duration.FromSeconds(30), None);
        await pace.HoldAsync("free", Duration.FromSeconds(30), None);

        Assert.Equal((0, 0), (await pace.TakeAsync("contoso", 5, None), await pace.TakeAsync("free", 5, None)));
        Assert.True(await pace.TakeAsync("fabrikam", 5, None) > 0);
        Clock.Advance(Duration.FromSeconds(30));
        Assert.Equal((1, 5), (await pace.TakeAsync("contoso", 5, None), await pace.TakeAsync("free", 5, None)));
    }

    [StoreTheory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(24 * 60)]
    public async Task A_clock_that_was_set_back_stops_no_lane(int minutes)
    {
        var pace = Get<IPace>();
        await pace.TakeAsync("contoso", 16, None);
        Clock.Advance(-Duration.FromMinutes(minutes));

        Assert.True(await pace.TakeAsync("contoso", 16, None) > 0);
    }

    [StoreFact]
    public async Task A_setting_outlives_the_service_until_it_is_removed()
    {
        await Get<IStore>().SaveSettingAsync("hold", "2026-11-23", None);
        await RestartAsync();
        var kept = await Get<IStore>().FindSettingAsync("hold", None);
        await Get<IStore>().SaveSettingAsync("hold", null, None);

        Assert.Equal("2026-11-23", kept);
        Assert.Null(await Get<IStore>().FindSettingAsync("hold", None));
    }

    [StoreFact]
    public async Task An_open_store_is_ready_and_a_closed_one_says_so()
    {
        var gate = Get<IStorageGate>();
        var open = await gate.CheckAsync(None);
        await gate.DisposeAsync();
        var closed = await gate.CheckAsync(None);

        Assert.True(open.Ready);
        Assert.Equal((false, "The memory is closed."), (closed.Ready, closed.Problem));
    }

    protected override void Configure(IServiceCollection services) =>
        services.AddSingleton(new PaceOptions(lane => lane == "free" ? 0 : 25, Duration.FromMilliseconds(100)));
}
