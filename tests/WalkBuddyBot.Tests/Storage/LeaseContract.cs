using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>A lease is as long as it is set to be.</summary>
public abstract class LeaseContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    [StoreFact]
    public async Task What_was_taken_is_nobody_elses_for_the_length_that_was_set()
    {
        await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());

        await Outbox.LeaseAsync("web", 5, None);
        Clock.Advance(Duration.FromMilliseconds(29_999));
        var meanwhile = await Outbox.LeaseAsync("web", 5, None);
        Clock.Advance(Duration.FromMilliseconds(1));
        var later = await Outbox.LeaseAsync("web", 5, None);

        Assert.Empty(meanwhile);
        Assert.Single(later);
    }

    [StoreFact]
    public async Task What_is_under_way_is_not_doubted_before_its_send_has_given_up_and_was_written()
    {
        await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 5, None), Some.Pass, None);

        Clock.Advance(Duration.FromSeconds(34));
        await Outbox.RecoverAsync(atStart: false, None);
        var early = Assert.Single((await FactsAsync()).Nudges30Days).State;
        Clock.Advance(Duration.FromSeconds(1));
        await Outbox.RecoverAsync(atStart: false, None);

        Assert.Equal(OutgoingState.Sending, early);
        Assert.NotEqual(OutgoingState.Sending, Assert.Single((await FactsAsync()).Nudges30Days).State);
    }

    [StoreFact]
    public async Task What_is_in_hand_is_kept_as_long_as_it_is_renewed_leased_or_marked()
    {
        await KnownAsync();
        await WaitingNudgeAsync("marked", Clock.GetCurrentInstant());
        var marked = await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 1, None), Some.Pass, None);
        await WaitingNudgeAsync("leased", Clock.GetCurrentInstant());
        var leased = await Outbox.LeaseAsync("web", 5, None);

        for (var i = 0; i < 5; i++)
        {
            Clock.Advance(Duration.FromSeconds(25));
            await Outbox.RenewAsync([marked[0].Id, leased[0].Id], None);
            await Outbox.RecoverAsync(atStart: false, None);
        }

        Assert.Equal(
            [OutgoingState.Leased, OutgoingState.Sending], (await FactsAsync()).Nudges30Days.Select(row => row.State).Order());
        Clock.Advance(Duration.FromSeconds(30));
        Assert.Equal(leased[0].Id, Assert.Single(await Outbox.LeaseAsync("web", 5, None)).Id);
    }

    [StoreFact]
    public async Task What_another_took_meanwhile_is_not_renewed()
    {
        await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var leased = await Outbox.LeaseAsync("web", 5, None);
        Clock.Advance(Duration.FromSeconds(30));
        await Outbox.RecoverAsync(atStart: false, None);

        await Outbox.RenewAsync([leased[0].Id], None);

        Assert.Equal(OutgoingState.Waiting, Assert.Single((await FactsAsync()).Nudges30Days).State);
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton(new LeaseOptions(Duration.FromSeconds(30)));
}
