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

        Clock.Advance(Duration.FromSeconds(60));
        await Outbox.RecoverAsync(atStart: false, None);
        var early = Assert.Single((await FactsAsync()).Nudges30Days).State;
        Clock.Advance(Duration.FromSeconds(20));
        await Outbox.RecoverAsync(atStart: false, None);

        Assert.Equal(OutgoingState.Sending, early);
        Assert.NotEqual(OutgoingState.Sending, Assert.Single((await FactsAsync()).Nudges30Days).State);
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton(new LeaseOptions(Duration.FromSeconds(30)));
}
