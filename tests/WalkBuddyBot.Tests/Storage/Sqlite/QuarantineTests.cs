using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Sqlite;

namespace WalkBuddyBot.Tests.Storage.Sqlite;

/// <summary>A damaged row is set aside; its neighbours go on.</summary>
public sealed class QuarantineTests : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());

    [Theory]
    [InlineData("recurrence", "{}")]
    [InlineData("recurrence", "not json")]
    [InlineData("recurrence", """{"is":"Never"}""")]
    [InlineData("recurrence", """{"is":"Every","minutes":5}""")]
    [InlineData("done_through", "yesterday")]
    public async Task A_schedule_that_cannot_be_read_is_parked_left_out_and_kept(string column, string damage)
    {
        await KnownAsync(Some.Weekdays("bad", 10, 30), Some.Weekdays("good", 10, 30));
        await DamageAsync($"UPDATE schedule SET {column} = $damage WHERE id = $id", damage, Some.Weekdays("bad", 10, 30).Id.Value);
        Clock.Advance(Duration.FromHours(1));

        var steps = await Get<IPlan>().PlanDueAsync(10, Some.Step, None);
        var again = await Get<IPlan>().PlanDueAsync(10, Some.Step, None);
        await SayAsync("go on", person => person with { Language = "de" });

        Assert.Equal(Some.Weekdays("good", 10, 30).Id, Assert.Single(steps).After.Id);
        Assert.Empty(again);
        Assert.Equal(Some.Weekdays("good", 10, 30).Id, Assert.Single((await FactsAsync()).Person.Schedules).Id);
        Assert.Equal(2, await Get<SqliteStore>().ReadAsync(session => session.Number("SELECT count(*) FROM schedule"), None));
    }

    [Theory]
    [InlineData("state", "Nowhere")]
    [InlineData("answer", "Perhaps")]
    [InlineData("slot_at", "yesterday")]
    public async Task A_row_of_the_ledger_that_cannot_be_read_is_left_out_and_the_person_goes_on(string column, string damage)
    {
        await KnownAsync();
        var bad = await WaitingNudgeAsync("bad", Clock.GetCurrentInstant());
        var good = await WaitingNudgeAsync("good", Clock.GetCurrentInstant());
        await DamageAsync($"UPDATE outgoing SET {column} = $damage WHERE id = $id", damage, bad.OutgoingId.Value);

        var facts = await FactsAsync();
        var said = await SayAsync("go on", person => person with { Language = "de" });

        Assert.Equal(good, Assert.Single(facts.Nudges30Days).Nudge!.Slot);
        Assert.IsType<TurnEnd.Committed>(said);
    }

    [Fact]
    public async Task A_turn_that_fails_five_times_is_given_up_and_its_words_are_erased()
    {
        await KnownAsync();
        var poison = new BotActivity
        {
            Type = ActivityTypes.Message,
            Id = "9",
            ChannelId = Home.Channel,
            Conversation = new ConversationAccount { Id = Home.Conversation },
            Text = "poison",
        };
        await Get<IInbox>().ReceiveAsync(poison, "directline", None);
        var heard = Some.Heard(poison.Key!, Home);

        for (var time = 1; time < 5; time++)
        {
            Assert.Null(await Turns.FailAsync(heard, Reply.Say("Sorry."), answer: null, most: 5, None));
            Assert.Single(await Get<IInbox>().UnfinishedAsync("directline", 10, None));
        }

        var last = await Turns.FailAsync(heard, Reply.Say("Sorry."), answer: null, most: 5, None);
        var again = await Turns.FailAsync(heard, Reply.Say("Sorry."), answer: null, most: 5, None);

        Assert.Equal("Sorry.", Assert.Single(last!.Value).Body!.Text);
        Assert.Null(again);
        Assert.Empty(await Get<IInbox>().UnfinishedAsync("directline", 10, None));
        Assert.Null(await Get<SqliteStore>().ReadAsync(session => session.Text("SELECT payload FROM inbox WHERE state = 'Failed'"), None));
        Assert.IsType<TurnEnd.Repeat>(await SayAsync(poison.Key!));
    }

    [Fact]
    public async Task A_zone_that_the_zone_data_does_not_know_parks_the_schedule()
    {
        var person = await KnownAsync(Some.Weekdays("a", 10, 30));
        await DamageAsync("UPDATE person SET zone = $damage WHERE id = $id", "Moon/Tranquility", person.Id.Value);
        Clock.Advance(Duration.FromHours(1));

        Assert.Empty(await Get<IPlan>().PlanDueAsync(10, Some.Step, None));
        Assert.Equal(0, await Get<SqliteStore>().ReadAsync(session => session.Number("SELECT count(*) FROM schedule WHERE next_due_at IS NOT NULL"), None));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_fails_its_row_and_no_other()
    {
        var person = await KnownAsync();
        var end =
            await Turns.CommitAsync(Some.Heard("ask", Home), 1, new(person, [Reply.Say("One."), Reply.Say("Two.")], [], "x"), null, None);
        await DamageAsync("UPDATE outgoing SET body = $damage WHERE id = $id", "{", Assert.IsType<TurnEnd.Committed>(end).Replies[0].Id.Value);
        Clock.Advance(Duration.FromMinutes(1));

        var rows = await Outbox.LeaseAsync("reply", 5, None);

        Assert.Equal("Two.", Assert.Single(rows).Body!.Text);
        Assert.Equal("Failed", await Get<SqliteStore>().ReadAsync(session => session.Text("SELECT state FROM outgoing WHERE reason = 'unreadable'"), None));
    }

    [Fact]
    public async Task A_person_who_cannot_be_read_is_sent_nothing_and_stops_nobody()
    {
        var person = await KnownAsync();
        await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await DamageAsync("UPDATE person SET body = $damage WHERE id = $id", "{}", person.Id.Value);

        var marked = await Outbox.MarkAsync(await Outbox.LeaseAsync("web", 5, None), Some.Pass, None);

        Assert.Equal(OutgoingState.Dropped, Assert.Single(marked).State);
    }

    [Fact]
    public async Task An_inbox_row_that_cannot_be_read_is_set_aside()
    {
        var good = new BotActivity { Type = ActivityTypes.Message, Id = "1", ChannelId = "webchat" };
        await Get<IInbox>().ReceiveAsync(good, "directline", None);
        await Get<IInbox>().ReceiveAsync(good with { Id = "2" }, "directline", None);
        await Get<SqliteStore>().WriteAsync(
            WorkClass.Chat, session => session.Run("UPDATE inbox SET payload = 'x' WHERE activity_id = '1'"), None);

        var first = await Get<IInbox>().UnfinishedAsync("directline", 1, None);
        var second = await Get<IInbox>().UnfinishedAsync("directline", 1, None);

        Assert.Empty(first);
        Assert.Equal("2", Assert.Single(second).Activity.Id);
    }

    private Task<int> DamageAsync(string sql, string damage, Guid id) => Get<SqliteStore>().WriteAsync(
        WorkClass.Chat, session => session.Run(sql, ("$damage", damage), ("$id", id.ToByteArray(bigEndian: true))), None);
}
