using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

public abstract class NudgeHoldContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    private INudgeHold Hold => Get<INudgeHold>();

    [StoreFact]
    public async Task A_hold_outlives_a_restart_and_keeps_its_beginning()
    {
        var began = Clock.GetCurrentInstant();
        var before = await Hold.SinceAsync(None);
        await Hold.HoldAsync(None);
        Clock.Advance(Duration.FromHours(1));

        await Hold.HoldAsync(None);
        await RestartAsync();

        Assert.Null(before);
        Assert.Equal(began, await Hold.SinceAsync(None));
    }

    [StoreFact]
    public async Task Released_is_as_if_it_had_never_been_held()
    {
        await Hold.HoldAsync(None);

        await Hold.ReleaseAsync(None);
        await Hold.ReleaseAsync(None);

        Assert.Null(await Hold.SinceAsync(None));
    }

    [StoreFact]
    public async Task Late_ones_are_dropped_a_few_at_a_time_and_nothing_else_is_touched()
    {
        await KnownAsync();
        var now = Clock.GetCurrentInstant();
        var first = await WaitingNudgeAsync("first", now);
        var second = await WaitingNudgeAsync("second", now + Duration.FromMinutes(1));
        var fresh = await WaitingNudgeAsync("fresh", now + Duration.FromMinutes(30));
        Clock.Advance(Duration.FromMinutes(62));

        var dropped = (await Hold.DropLateAsync(1, None)).Concat(await Hold.DropLateAsync(5, None)).ToList();

        Assert.Empty(await Hold.DropLateAsync(5, None));
        Assert.Equal(2, dropped.Count);
        Assert.All(dropped, row => Assert.Equal((OutgoingState.Dropped, DropReasons.Late), (row.State, row.Reason)));
        Assert.Equal(OutgoingState.Dropped, (await LedgerAsync(first)).State);
        Assert.Equal(OutgoingState.Dropped, (await LedgerAsync(second)).State);
        Assert.Equal(OutgoingState.Waiting, (await LedgerAsync(fresh)).State);
    }

    [StoreFact]
    public async Task The_last_moment_of_its_grace_is_still_in_time()
    {
        await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        Clock.Advance(Duration.FromHours(1));

        Assert.Empty(await Hold.DropLateAsync(5, None));
    }
}
