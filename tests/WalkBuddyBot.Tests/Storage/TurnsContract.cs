using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

public abstract class TurnsContract : StoreContract
{
    [StoreFact]
    public async Task Nobody_is_known_before_the_first_word()
    {
        Assert.Null(await Turns.FindAsync(Home, CancellationToken.None));
    }

    [StoreFact]
    public async Task A_person_comes_back_as_they_were_left()
    {
        var heard = Some.Heard("first", Home);
        var teams = Address.Of("msteams", "contoso", "a:1", "29:1", Scope.Personal) with { Open = false };
        var person = Person.FirstHeard(heard) with
        {
            Zone = "Europe/Berlin",
            Addresses = [teams, Home],
            Standing = new Standing.Paused(Instant.FromUtc(2026, 11, 25, 8, 0), ByAlarm: true),
            Quiet = new Hours(new LocalTime(22, 0), new LocalTime(6, 0)),
            Schedules = [Some.Weekdays("b", 10, 30), Some.Once("a", new LocalDateTime(2026, 11, 24, 12, 0))],
            Alarmed = new Alarmed(Clock.GetCurrentInstant(), SafetyLevel.SameDay),
            TipsAsked = [new ShownTip("stress-tea", Clock.GetCurrentInstant()), new ShownTip("forest-therapy-tree", Clock.GetCurrentInstant())],
            Undo = new UndoStep("undo.reminder", Clock.GetCurrentInstant(), new Standing.On(), "UTC", [Some.Weekdays("c", 9, 0)], Some.Walk("w", 22, 10)),
        };

        await Turns.CommitAsync(heard, null, new(person, [], [], "hi"), null, CancellationToken.None);

        var back = (await FactsAsync()).Person;
        Assert.Equal(WalkBuddyBot.Storage.Json.StoreJson.Write(person with { Version = 1 }), WalkBuddyBot.Storage.Json.StoreJson.Write(back));
    }

    [StoreFact]
    public async Task The_same_member_of_a_channel_is_the_same_person_in_another_conversation_and_nobody_elses()
    {
        var known = await KnownAsync();
        var elsewhere = Address.Of(Home.Channel, Home.Tenant, "another talk", Home.Member, Scope.Group);

        Assert.Equal(known.Id, (await Turns.FindAsync(elsewhere, CancellationToken.None))?.Person.Id);
        Assert.Null(await Turns.FindAsync(elsewhere with { Id = new(Guid.Empty), Member = "somebody" }, CancellationToken.None));
        Assert.Null(await Turns.FindAsync(elsewhere with { Id = new(Guid.Empty), Tenant = "another tenant" }, CancellationToken.None));
        Assert.Null(await Turns.FindAsync(elsewhere with { Id = new(Guid.Empty), Channel = "another channel" }, CancellationToken.None));
    }

    [StoreFact]
    public async Task A_turn_on_an_older_version_is_stale_and_changes_nothing()
    {
        var person = await KnownAsync();
        await SayAsync("second");
        var outcome =
            new TurnOutcome(person with { Zone = "UTC" }, [Reply.Say("Hello.")], [new Effect.WalkLogged(Some.Walk("w", 23, 10))], "x");

        var end = await Turns.CommitAsync(Some.Heard("late", Home), person.Version, outcome, null, CancellationToken.None);

        Assert.IsType<TurnEnd.Stale>(end);
        var facts = await FactsAsync();
        Assert.Equal((2, "Europe/Berlin"), (facts.Person.Version, facts.Person.Zone));
        Assert.Empty(facts.Last84Days);
        Assert.Empty(await Outbox.LanesAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task Two_first_words_at_once_make_one_person()
    {
        await KnownAsync();
        var heard = Some.Heard("also first", Home);

        var end = await Turns.CommitAsync(heard, null, new(Person.FirstHeard(heard), [], [], "hi"), null, CancellationToken.None);

        Assert.IsType<TurnEnd.Stale>(end);
    }

    [StoreFact]
    public async Task A_repeated_message_gets_the_first_answer_and_has_no_second_effect()
    {
        await KnownAsync();
        var facts = await FactsAsync();
        var outcome = new TurnOutcome(facts.Person, [], [new Effect.WalkLogged(Some.Walk("w", 23, 10))], "log");
        await Turns.CommitAsync(Some.Heard("again", Home), 1, outcome, """{"ok":true}""", CancellationToken.None);

        var end = await Turns.CommitAsync(
            Some.Heard("again", Home), 2, outcome with { Effects = [new Effect.WalkLogged(Some.Walk("other", 23, 5))] }, null, CancellationToken.None);

        Assert.Equal(new TurnEnd.Repeat("""{"ok":true}"""), end);
        Assert.Equal([new WalkDay(new LocalDate(2026, 11, 23), 10, 1)], (await FactsAsync()).Last84Days.AsEnumerable());
    }

    [StoreFact]
    public async Task Many_turns_of_one_person_at_once_lose_no_update()
    {
        await KnownAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 24), async (i, _) =>
        {
            while (await SayAsync("turn " + i, AddOne) is TurnEnd.Stale)
            {
            }
        });

        var person = (await FactsAsync()).Person;
        Assert.Equal((25, 29), (person.Version, person.Plan.WalksPerWeek));

        static Person AddOne(Person person) => person with { Plan = person.Plan with { WalksPerWeek = person.Plan.WalksPerWeek + 1 } };
    }

    [StoreFact]
    public async Task Replies_are_leased_to_the_one_who_committed_them()
    {
        var person = await KnownAsync();
        var outcome = new TurnOutcome(person, [Reply.Say("One."), Reply.Say("Two.")], [], "x");

        var end = await Turns.CommitAsync(Some.Heard("ask", Home), 1, outcome, null, CancellationToken.None);

        var replies = Assert.IsType<TurnEnd.Committed>(end).Replies;
        Assert.Equal(["One.", "Two."], replies.Select(row => row.Body!.Text));
        Assert.All(replies, row => Assert.Equal(OutgoingState.Leased, row.State));
        Assert.Empty(await Outbox.LanesAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task An_answer_to_someone_of_whom_nothing_is_kept_is_stored_all_the_same()
    {
        var end =
            await Turns.CommitAsync(Some.Heard("who", Home), null, new(null, [Reply.Say("Hello.")], [], "x"), null, CancellationToken.None);

        Assert.Null(Assert.Single(Assert.IsType<TurnEnd.Committed>(end).Replies).Person);
        Assert.Null(await Turns.FindAsync(Home, CancellationToken.None));
    }

    [StoreFact]
    public async Task A_one_off_that_had_its_slot_is_a_schedule_only_until_its_nudge_has_gone()
    {
        var person = await KnownAsync(Some.Once("noon", new LocalDateTime(2026, 11, 23, 12, 0)), Some.Weekdays("daily", 10, 30));
        Clock.Advance(Duration.FromHours(2));

        await Get<IPlan>().PlanDueAsync(10, Some.Step, CancellationToken.None);
        var waiting = (await FactsAsync()).Person.Schedules;
        var leased = await Outbox.LeaseAsync("web", 10, CancellationToken.None);
        await Outbox.SettleAsync([.. leased.Select(row => row with { State = OutgoingState.Sent })], CancellationToken.None);

        Assert.Equal([person.Schedules[0].Id, person.Schedules[1].Id], waiting.Select(schedule => schedule.Id));
        Assert.Equal([Some.Weekdays("daily", 10, 30).Id], (await FactsAsync()).Person.Schedules.Select(schedule => schedule.Id));
    }

    [StoreFact]
    public async Task An_address_of_somebody_else_is_never_taken_over()
    {
        await KnownAsync();
        var other = Address.Of("webchat", null, "talk-2", "visitor-2", Scope.Personal);
        var heard = Some.Heard("other", other);
        await Turns.CommitAsync(heard, null, new(Person.FirstHeard(heard), [], [], "hi"), null, CancellationToken.None);

        var end = await SayAsync("grab", person => person with { Addresses = [.. person.Addresses, other] });

        Assert.IsType<TurnEnd.Stale>(end);
        Assert.Equal(1, (await FactsAsync()).Person.Version);
    }
}
