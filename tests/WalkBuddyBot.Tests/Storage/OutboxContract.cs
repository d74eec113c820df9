using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

public abstract class OutboxContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Where a repeat would be seen twice.</summary>
    private static readonly Address Teams = Address.Of("msteams", "contoso", "talk-1", "visitor-1", Scope.Personal);

    [StoreFact]
    public async Task A_lane_shows_only_once_something_in_it_is_due()
    {
        await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant() + Duration.FromMinutes(1));

        var before = await Outbox.LanesAsync(None);
        Clock.Advance(Duration.FromMinutes(1));
        var after = await Outbox.LanesAsync(None);

        Assert.Empty(before);
        Assert.Equal(["web"], after);
    }

    [StoreFact]
    public async Task A_leased_row_is_nobody_elses_for_ten_seconds()
    {
        await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());

        var first = await Outbox.LeaseAsync("web", 5, None);
        var meanwhile = await Outbox.LeaseAsync("web", 5, None);
        Clock.Advance(Duration.FromSeconds(10));
        var later = await Outbox.LeaseAsync("web", 5, None);

        Assert.Equal(OutgoingState.Leased, Assert.Single(first).State);
        Assert.Empty(meanwhile);
        Assert.Equal(first[0].Id, Assert.Single(later).Id);
    }

    [StoreFact]
    public async Task Replies_that_nobody_delivered_come_back_in_their_own_lane_most_urgent_first()
    {
        var person = await KnownAsync();
        var urgent = Reply.Say("Call now.") with { Urgency = Urgency.Safety };
        await Turns.CommitAsync(Some.Heard("ask", Home), 1, new(person, [Reply.Say("One."), urgent], [], "x"), null, None);
        Clock.Advance(Duration.FromSeconds(11));

        var lanes = await Outbox.LanesAsync(None);
        var rows = await Outbox.LeaseAsync("reply", 5, None);
        var marked = await Outbox.MarkAsync(rows, (_, _, _) => throw new InvalidOperationException("Replies pass no gate."), None);

        Assert.Equal(["reply"], lanes);
        Assert.Equal(["Call now.", "One."], rows.Select(row => row.Body!.Text));
        Assert.All(marked, row => Assert.Equal(OutgoingState.Sending, row.State));
    }

    [StoreFact]
    public async Task A_marked_nudge_carries_the_words_the_gate_gave_and_is_sent_once()
    {
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var leased = await Outbox.LeaseAsync("web", 5, None);

        var marked = await Outbox.MarkAsync(leased, Some.Pass, None);
        var again = await Outbox.MarkAsync(leased, Some.Pass, None);
        await Outbox.SettleAsync([marked[0] with { State = OutgoingState.Sent, ActivityId = "talk-1|0000001", Attempts = 1 }], None);
        Assert.Equal("talk-1|0000001", await Outbox.ActivityIdOfAsync(marked[0].Id, None));
        Assert.Null(await Outbox.ActivityIdOfAsync(new OutgoingId(DerivedId.From("nobody's")), None));

        Assert.Equal((OutgoingState.Sending, "A short walk?", "tip-1"), (marked[0].State, marked[0].Body!.Text, marked[0].Nudge!.Tip));
        Assert.Empty(again);
        var row = await LedgerAsync(slot);
        Assert.Equal((OutgoingState.Sent, "talk-1|0000001", 1), (row.State, row.ActivityId, row.Attempts));
    }

    [StoreFact]
    public async Task The_gate_can_drop_and_can_put_back()
    {
        await KnownAsync();
        var until = Clock.GetCurrentInstant() + Duration.FromHours(1);
        var dropped = await WaitingNudgeAsync("drop", Clock.GetCurrentInstant());
        var waits = await WaitingNudgeAsync("wait", Clock.GetCurrentInstant());

        await Outbox.MarkAsync(
            await Outbox.LeaseAsync("web", 5, None),
            (_, row, _) => row.Nudge!.Slot == dropped ? new Verdict.Drop("late") : new Verdict.Wait(until, "quiet"),
            None);

        Assert.Equal((OutgoingState.Dropped, "late"), ((await LedgerAsync(dropped)).State, (await LedgerAsync(dropped)).Reason));
        var row = await LedgerAsync(waits);
        Assert.Equal((OutgoingState.Waiting, until, "quiet"), (row.State, row.NotBefore, row.Reason));
    }

    [StoreFact]
    public async Task Two_nudges_of_one_person_go_one_after_the_other_and_the_second_gate_sees_the_first()
    {
        await KnownAsync();
        await WaitingNudgeAsync("a", Clock.GetCurrentInstant());
        await WaitingNudgeAsync("b", Clock.GetCurrentInstant());

        var both = await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 5, None), Some.Pass, None);
        var first = both.Single(row => row.State == OutgoingState.Sending);
        await Outbox.SettleAsync([first with { State = OutgoingState.Sent }], None);
        Clock.Advance(Duration.FromSeconds(1));
        var seen = 0;
        await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 5, None), Count, None);

        Assert.Equal("one-at-a-time", both.Single(row => row.State == OutgoingState.Waiting).Reason);
        Assert.Equal(1, seen);

        Verdict Count(PersonFacts facts, Outgoing row, Instant now)
        {
            seen = facts.Nudges30Days.Count(sent => sent.State == OutgoingState.Sent);
            return new Verdict.Drop("enough");
        }
    }

    [StoreFact]
    public async Task A_turn_between_the_gate_and_the_mark_makes_the_gate_be_asked_again()
    {
        await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var asked = new List<long>();

        var marked = await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 5, None), Talk, None);

        Assert.Equal([2, 3], asked);
        Assert.Equal(OutgoingState.Sending, Assert.Single(marked).State);

        Verdict Talk(PersonFacts facts, Outgoing row, Instant now)
        {
            asked.Add(facts.Person.Version);
            if (asked.Count == 1)
            {
                SayAsync("meanwhile").GetAwaiter().GetResult();
            }

            return Some.Pass(facts, row, now);
        }
    }

    [StoreFact]
    public async Task After_a_crash_a_nudge_under_way_is_uncertain_and_a_reply_is_sent_again()
    {
        Home = Teams;
        var person = await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await Outbox.MarkAsync(await Outbox.LeaseAsync("contoso", 5, None), Some.Pass, None);
        await Turns.CommitAsync(Some.Heard("ask", Home), 2, new(person, [Reply.Say("One.")], [], "x"), null, None);

        var uncertain = await RecoverAfterCrashAsync();

        Assert.Equal(slot, Assert.Single(uncertain).Nudge!.Slot);
        Assert.Equal(OutgoingState.Uncertain, (await LedgerAsync(slot)).State);
        Assert.Equal("One.", Assert.Single(await Outbox.LeaseAsync("reply", 5, None)).Body!.Text);
    }

    [StoreFact]
    public async Task After_a_crash_a_nudge_to_the_web_chat_is_sent_again_because_a_repeat_does_nothing_there()
    {
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 5, None), Some.Pass, None);

        var uncertain = await RecoverAfterCrashAsync();

        Assert.Empty(uncertain);
        Assert.Equal(slot, Assert.Single(await Outbox.LeaseAsync("web", 5, None)).Nudge!.Slot);
    }

    [StoreFact]
    public async Task After_a_crash_a_nudge_to_a_web_chat_behind_a_connector_is_uncertain_because_a_repeat_would_be_seen()
    {
        await HeardThroughAsync("connector");
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var marked = await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 5, None), Some.Pass, None);

        var uncertain = await RecoverAfterCrashAsync();

        Assert.Equal(Doubt.Drop, Assert.Single(marked).OnDoubt);
        Assert.Equal(slot, Assert.Single(uncertain).Nudge!.Slot);
        Assert.Empty(await Outbox.LeaseAsync("web", 5, None));
    }

    [StoreFact]
    public async Task After_a_crash_a_nudge_to_our_own_pages_is_sent_again_whatever_their_channel_is_called()
    {
        Home = Teams;
        await HeardThroughAsync("directline");
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await Outbox.MarkAsync(await Outbox.LeaseAsync("contoso", 5, None), Some.Pass, None);

        var uncertain = await RecoverAfterCrashAsync();

        Assert.Empty(uncertain);
        Assert.Equal(slot, Assert.Single(await Outbox.LeaseAsync("contoso", 5, None)).Nudge!.Slot);
    }

    [StoreFact]
    public async Task Where_a_channel_said_that_nobody_is_there_the_gates_know_it_until_somebody_speaks_there()
    {
        Home = Teams;
        await HeardThroughAsync("connector");
        var person = await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await Turns.CommitAsync(Some.Heard("ask", Home), 2, new(person, [Reply.Say("One.")], [], "x"), null, None);
        Clock.Advance(Duration.FromSeconds(11));
        await Outbox.LanesAsync(None);
        var marked = await Outbox.MarkAsync(await Outbox.LeaseAsync("contoso", 5, None), Some.Pass, None);

        await Outbox.SettleAsync([marked[0] with { State = OutgoingState.Dropped, Reason = DropReasons.Gone }], None);
        var gone = (await FactsAsync()).Gone;
        var left = await Outbox.LeaseAsync("reply", 5, None);
        await HeardThroughAsync("connector");

        Assert.Equal([Home.Id], gone);
        Assert.Empty(left);
        Assert.Empty((await FactsAsync()).Gone);
    }

    [StoreFact]
    public async Task The_sweep_leaves_alone_what_is_still_held()
    {
        Home = Teams;
        await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await Outbox.MarkAsync(await Outbox.LeaseAsync("contoso", 5, None), Some.Pass, None);

        var early = await Outbox.RecoverAsync(atStart: false, None);
        Clock.Advance(Duration.FromMinutes(2));
        var late = await Outbox.RecoverAsync(atStart: false, None);

        Assert.Empty(early);
        Assert.Equal(OutgoingState.Uncertain, Assert.Single(late).State);
    }

    [StoreFact]
    public async Task The_age_of_the_oldest_due_row_is_known()
    {
        await KnownAsync();
        var none = await Outbox.OldestDueAsync(None);
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant() + Duration.FromMinutes(1));
        var future = await Outbox.OldestDueAsync(None);
        Clock.Advance(Duration.FromMinutes(4));

        Assert.Null(none);
        Assert.Null(future);
        Assert.Equal(Duration.FromMinutes(3), await Outbox.OldestDueAsync(None));
    }

    [StoreFact]
    public async Task Whoever_waits_for_a_nudge_under_way_is_told_when_it_ended_or_that_it_did_not()
    {
        var person = await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var marked = await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 5, None), Some.Pass, None);

        var impatient = await Turns.NoneSendingAsync(person.Id, Duration.Zero, None);
        var patient = Turns.NoneSendingAsync(person.Id, Duration.FromSeconds(2), None);
        await Outbox.SettleAsync([marked[0] with { State = OutgoingState.Sent }], None);
        Time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.False(impatient);
        Assert.True(await patient);
    }

    [StoreFact]
    public async Task What_is_given_back_waits_as_it_did_and_nothing_was_tried()
    {
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var leased = await Outbox.LeaseAsync("web", 5, None);

        await Outbox.ReturnAsync(leased, None);
        var row = await LedgerAsync(slot);
        var again = await Outbox.LeaseAsync("web", 5, None);

        Assert.Equal((OutgoingState.Waiting, 0, leased[0].NotBefore), (row.State, row.Attempts, row.NotBefore));
        Assert.Single(again);
    }

    [StoreFact]
    public async Task What_is_marked_cannot_be_given_back_as_if_it_were_not()
    {
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var leased = await Outbox.LeaseAsync("web", 5, None);
        await Outbox.MarkAsync(leased, Some.Pass, None);

        await Outbox.ReturnAsync(leased, None);

        Assert.Equal(OutgoingState.Sending, (await LedgerAsync(slot)).State);
    }

    [StoreFact]
    public async Task Whoever_comes_late_can_still_say_that_an_uncertain_nudge_was_sent_and_when()
    {
        Home = Teams;
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var marked = await Outbox.MarkAsync(await Outbox.LeaseAsync("contoso", 5, None), Some.Pass, None);
        Clock.Advance(Duration.FromMinutes(2));
        await Outbox.RecoverAsync(atStart: false, None);

        await Outbox.SettleAsync([marked[0] with { State = OutgoingState.Sent, ActivityId = "1", Attempts = 1 }], None);

        var row = await LedgerAsync(slot);
        Assert.Equal((OutgoingState.Sent, "1", Clock.GetCurrentInstant()), (row.State, row.ActivityId, row.SettledAt));
    }

    [StoreFact]
    public async Task Whoever_comes_late_cannot_put_an_uncertain_nudge_back_to_be_sent_again()
    {
        Home = Teams;
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var marked = await Outbox.MarkAsync(await Outbox.LeaseAsync("contoso", 5, None), Some.Pass, None);
        Clock.Advance(Duration.FromMinutes(2));
        await Outbox.RecoverAsync(atStart: false, None);

        await Outbox.SettleAsync([marked[0].NotBegun()], None);

        Assert.Equal(OutgoingState.Uncertain, (await LedgerAsync(slot)).State);
        Assert.Empty(await Outbox.LeaseAsync("contoso", 5, None));
    }

    [StoreFact]
    public async Task A_batch_of_many_people_has_each_their_own_facts()
    {
        var homes = Enumerable.Range(0, 40)
            .Select(i => Address.Of("msteams", "contoso", "talk" + i, "member" + i, Scope.Personal)).ToList();
        foreach (var home in homes)
        {
            Home = home;
            var heard = Some.Heard("first " + home.Conversation, home);
            await Turns.CommitAsync(heard, null, new(Person.FirstHeard(heard), [], [], "hi"), null, None);
            await WaitingNudgeAsync(home.Conversation, Clock.GetCurrentInstant());
        }

        var leased = await Outbox.LeaseAsync("contoso", 100, None);
        var marked = await Outbox.MarkAsync(leased, Own, None);
        await Outbox.SettleAsync([.. marked.Select(row => row with { State = OutgoingState.Sent, ActivityId = row.Body!.Text })], None);

        Assert.Equal(40, marked.Count(row => row.State == OutgoingState.Sending));
        foreach (var home in homes)
        {
            Home = home;
            Assert.Equal(home.Conversation, Assert.Single((await FactsAsync()).Nudges30Days).ActivityId);
        }

        static Verdict Own(PersonFacts facts, Outgoing row, Instant now)
        {
            var home = Assert.Single(facts.Person.Addresses);
            Assert.Equal((row.To, row.Id), (home.Id, Assert.Single(facts.Nudges30Days).Id));
            return new Verdict.Send(Reply.Say(home.Conversation), NudgeKind.Walk, Tip: null);
        }
    }

    private Task HeardThroughAsync(string sink) => Get<IReferences>().SaveAsync(
        Home.Id.Value.ToString("N"),
        new() { Sink = sink, ChannelId = Home.Channel, Conversation = new ConversationAccount { Id = Home.Conversation } },
        None);
}
