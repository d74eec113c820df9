using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

public abstract class EffectsContract : StoreContract
{
    private Instant Soon => Clock.GetCurrentInstant() + Duration.FromMinutes(30);

    [StoreFact]
    public async Task Walks_are_summed_by_day_and_one_told_twice_counts_once()
    {
        await KnownAsync();

        await SayAsync("a", new Effect.WalkLogged(Some.Walk("1", 22, 10)), new Effect.WalkLogged(Some.Walk("2", 22, 15)));
        await SayAsync("b", new Effect.WalkLogged(Some.Walk("1", 22, 10)), new Effect.WalkLogged(Some.Walk("3", 21, 20)));

        Assert.Equal(
            [new WalkDay(new LocalDate(2026, 11, 21), 20, 1), new WalkDay(new LocalDate(2026, 11, 22), 25, 2)],
            (await FactsAsync()).Last84Days.AsEnumerable());
    }

    [StoreFact]
    public async Task Walks_reach_back_eighty_four_days_with_today()
    {
        await KnownAsync();
        var today = new LocalDate(2026, 11, 23);

        await SayAsync(
            "a",
            new Effect.WalkLogged(new LoggedWalk(DerivedId.From("walk", "in"), today.PlusDays(-83), 10, For: null)),
            new Effect.WalkLogged(new LoggedWalk(DerivedId.From("walk", "out"), today.PlusDays(-84), 10, For: null)));

        Assert.Equal([today.PlusDays(-83)], (await FactsAsync()).Last84Days.Select(day => day.Date));
    }

    [StoreFact]
    public async Task Nothing_more_waits_for_an_address_that_was_closed()
    {
        var person = await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Soon);
        await Turns.CommitAsync(Some.Heard("ask", Home), person.Version + 1, new(person, [Reply.Say("One.")], [], "x"), null, CancellationToken.None);

        await SayAsync("closed elsewhere", new Effect.AddressClosed(new AddressId(DerivedId.From("address", "other"))));
        Assert.Equal(OutgoingState.Waiting, (await LedgerAsync(slot)).State);
        await SayAsync("closed", new Effect.AddressClosed(Home.Id));
        Clock.Advance(Duration.FromHours(1));

        var dropped = await LedgerAsync(slot);
        Assert.Equal((OutgoingState.Dropped, DropReasons.Gone), (dropped.State, dropped.Reason));
        Assert.Empty(await Outbox.LanesAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task When_someone_left_is_remembered()
    {
        await KnownAsync();

        await SayAsync("left", person => person with { LeftAt = Soon });

        Assert.Equal(Soon, (await FactsAsync()).Person.LeftAt);
    }

    [StoreFact]
    public async Task A_walk_can_be_taken_back()
    {
        await KnownAsync();
        await SayAsync("a", new Effect.WalkLogged(Some.Walk("1", 22, 10)));

        await SayAsync("b", new Effect.WalkForgotten(Some.Walk("1", 22, 10).Id));

        Assert.Empty((await FactsAsync()).Last84Days);
    }

    [StoreFact]
    public async Task The_first_answer_to_a_nudge_stands_until_it_is_taken_back()
    {
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Soon);

        await SayAsync("a", new Effect.NudgeAnswered(slot.OutgoingId, NudgeAnswer.Walked));
        await SayAsync("b", new Effect.NudgeAnswered(slot.OutgoingId, NudgeAnswer.NotToday));
        var first = (await LedgerAsync(slot)).Nudge!.Answer;
        await SayAsync("c", new Effect.NudgeAnswered(slot.OutgoingId, Answer: null));

        Assert.Equal(NudgeAnswer.Walked, first);
        Assert.Null((await LedgerAsync(slot)).Nudge!.Answer);
    }

    [StoreFact]
    public async Task A_slot_that_is_there_already_is_left_alone()
    {
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Soon);

        await SayAsync("again", new Effect.Snoozed(slot, NudgeKind.Walk, Soon + Duration.FromHours(5), Duration.FromHours(1)));

        var row = await LedgerAsync(slot);
        Assert.Equal((Soon, OutgoingState.Waiting), (row.NotBefore, row.State));
    }

    [StoreFact]
    public async Task Stop_drops_what_waits_and_what_is_leased_with_its_reason()
    {
        await KnownAsync();
        var leased = await WaitingNudgeAsync("leased", Clock.GetCurrentInstant());
        var waiting = await WaitingNudgeAsync("waiting", Soon);
        await Outbox.LeaseAsync(Home.Lane, 5, CancellationToken.None);

        await SayAsync("stop", new Effect.CancelWaiting("stopped", Before: null));

        Assert.Equal((OutgoingState.Dropped, "stopped"), ((await LedgerAsync(leased)).State, (await LedgerAsync(leased)).Reason));
        Assert.Equal(OutgoingState.Dropped, (await LedgerAsync(waiting)).State);
        Assert.True(await Turns.NoneSendingAsync((await FactsAsync()).Person.Id, Duration.Zero, CancellationToken.None));
    }

    [StoreFact]
    public async Task A_pause_drops_only_what_is_due_before_its_end()
    {
        await KnownAsync();
        var before = await WaitingNudgeAsync("before", Soon);
        var after = await WaitingNudgeAsync("after", Soon + Duration.FromHours(2));

        await SayAsync("pause", new Effect.CancelWaiting("paused", Soon + Duration.FromHours(1)));

        Assert.Equal(OutgoingState.Dropped, (await LedgerAsync(before)).State);
        Assert.Equal(OutgoingState.Waiting, (await LedgerAsync(after)).State);
    }

    [StoreFact]
    public async Task The_ledger_holds_thirty_days_and_whatever_waits()
    {
        await KnownAsync();
        var sent = await WaitingNudgeAsync("sent", Clock.GetCurrentInstant());
        var rows = await Outbox.MarkAsync(await Outbox.LeaseAsync(Home.Lane, 1, CancellationToken.None), Some.Pass, CancellationToken.None);
        await Outbox.SettleAsync([.. rows.Select(row => row with { State = OutgoingState.Sent })], CancellationToken.None);
        var waiting = await WaitingNudgeAsync("waiting", Soon);

        Clock.Advance(Duration.FromDays(31));

        Assert.Equal([waiting], (await FactsAsync()).Nudges30Days.Select(row => row.Nudge!.Slot));
        Assert.NotEqual(sent, waiting);
    }
}
