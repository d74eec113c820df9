using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>Two nodes on one database, doing the same thing at the same time.</summary>
[NeedsPostgres]
public sealed class NodesTests : StoreContract
{
    private const int Rounds = 25;

    private static readonly CancellationToken None = CancellationToken.None;
    private readonly PostgresDatabase _database = new();
    private ServiceProvider _other = null!;

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task InitializeAsync()
    {
        await _database.CreateAsync();
        await base.InitializeAsync();
        _other = await AnotherNodeAsync();
    }

    public override async Task DisposeAsync()
    {
        await _other.DisposeAsync();
        await _database.DisposeAfterAsync(base.DisposeAsync());
    }

    [StoreFact]
    public async Task Someone_who_is_new_on_both_is_kept_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var home = Address.Of("webchat", tenant: null, "talk" + round, "visitor" + round, Scope.Personal);

            var ends = await BothAsync((node, name) =>
            {
                var heard = Some.Heard($"first {round} on {name}", home);
                return Of<ITurns>(node).CommitAsync(heard, null, new(Person.FirstHeard(heard), [], [], "hi"), null, None);
            });

            Assert.Single(ends.OfType<TurnEnd.Committed>());
            Assert.Single(ends.OfType<TurnEnd.Stale>());
            Assert.Equal(1, (await Turns.FindAsync(home, None))!.Person.Version);
        }
    }

    [StoreFact]
    public async Task One_message_that_both_run_is_answered_once()
    {
        await KnownAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var message = new BotActivity
            {
                Type = ActivityTypes.Message,
                Id = "m" + round,
                ChannelId = "webchat",
                Conversation = new ConversationAccount { Id = "talk-1" },
            };
            await Get<IInbox>().ReceiveAsync(message, "directline", None);
            var person = (await FactsAsync()).Person;

            var ends = await BothAsync((node, _) => Of<ITurns>(node).CommitAsync(
                Some.Heard(message.Key!, Home), person.Version, new(person, [Reply.Say("hi")], [], "test"), "answer", None));

            Assert.Single(ends.OfType<TurnEnd.Committed>());
            Assert.Equal("answer", Assert.Single(ends.OfType<TurnEnd.Repeat>()).Answer);
        }
    }

    [StoreFact]
    public async Task Two_messages_of_one_person_run_one_after_another()
    {
        await KnownAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var person = (await FactsAsync()).Person;

            var ends = await BothAsync((node, name) => Of<ITurns>(node).CommitAsync(
                Some.Heard($"{round} on {name}", Home), person.Version, new(person, [], [], "test"), null, None));

            Assert.Single(ends.OfType<TurnEnd.Committed>());
            Assert.Single(ends.OfType<TurnEnd.Stale>());
        }
    }

    [StoreFact]
    public async Task A_transcript_that_both_add_to_has_each_place_once_and_each_message_once()
    {
        var talks = Get<IConversationStore>();
        await talks.CreateAsync(new WebConversation("talk", "visitor", Clock.GetCurrentInstant(), Clock.GetCurrentInstant()), None);

        await BothAsync(async (node, name) =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                await Of<IConversationStore>(node).AppendAsync("talk", Says(name + i), name + i, shown: true, None);
                await Of<IConversationStore>(node).PostAsync("talk", Says("both " + i), "both" + i, toRun: false, None);
            }

            return 0;
        });

        var rows = await talks.ReadAsync("talk", 0, 1000, None);
        Assert.Equal(Enumerable.Range(1, 3 * Rounds).Select(i => (long)i), rows.Select(row => row.Sequence));
        Assert.Equal(3 * Rounds, rows.Select(row => row.Activity.Text).Distinct().Count());
    }

    [StoreFact]
    public async Task Both_sign_with_one_key()
    {
        var keys = await BothAsync((node, name) => Of<ISigningKeys>(node).AddFirstAsync(
            new SigningKey(name, new byte[] { 1 }, Clock.GetCurrentInstant()), None));

        Assert.Equal(keys[0].Id, keys[1].Id);
        Assert.Single(await Get<ISigningKeys>().AllAsync(None));
    }

    [StoreFact]
    public async Task A_reference_that_the_other_erased_is_kept_again_when_somebody_speaks()
    {
        var reference = new ConversationReference
        {
            Sink = "directline",
            ChannelId = "webchat",
            Conversation = new ConversationAccount { Id = Home.Conversation },
        };
        var key = Home.Id.Value.ToString("N");
        await KnownAsync();
        await Get<IReferences>().SaveAsync(key, reference, None);
        await Of<IReferences>(_other).SaveAsync(key, reference, None);

        await Get<IStore>().WriteAsync(WorkClass.Chat, session => session.Run("DELETE FROM reference"), None);
        await Of<IReferences>(_other).SaveAsync(key, reference, None);

        Assert.NotNull(await Get<IReferences>().FindAsync(key, None));
    }

    [StoreFact]
    public async Task Two_that_hold_what_the_other_needs_both_end_well()
    {
        var store = Get<IStore>();
        await store.WriteAsync(
            WorkClass.Chat, session => session.Run("INSERT INTO setting (key, value) VALUES ('a', '0'), ('b', '0')"), None);
        using var met = new Barrier(2);
        var tries = 0;

        await BothAsync((node, name) => Of<IStore>(node).WriteAsync(
            WorkClass.Chat,
            session =>
            {
                Add(session, name == "one" ? "a" : "b");
                if (Interlocked.Increment(ref tries) <= 2)
                {
                    met.SignalAndWait();
                }

                return Add(session, name == "one" ? "b" : "a");
            },
            None));

        Assert.Equal(
            ["2", "2"],
            await store.ReadAsync(session => session.All("SELECT value FROM setting ORDER BY key", row => row.GetString(0)), None));
        Assert.True(tries > 2);
    }

    [StoreFact]
    public async Task A_node_that_stands_still_in_the_middle_of_a_commit_lets_go_and_begins_anew_when_it_goes_on()
    {
        await Get<IStore>().WriteAsync(WorkClass.Chat, session => session.Run("INSERT INTO setting (key, value) VALUES ('a', '0')"), None);
        using var holds = new ManualResetEventSlim();
        using var goesOn = new ManualResetEventSlim();
        var still = Get<IStore>().WriteAsync(
            WorkClass.Chat,
            session =>
            {
                var found = session.Text("SELECT value FROM setting WHERE key = 'a'");
                Add(session, "a");
                holds.Set();
                goesOn.Wait();
                return found;
            },
            None);
        holds.Wait();

        var waited = 0;
        while (!await AddsAsync())
        {
            waited++;
        }

        goesOn.Set();
        var found = await still;

        Assert.InRange(waited, 0, 2);
        Assert.Equal("1", found);
        Assert.Equal("2", await Get<IStore>().ReadAsync(session => session.Text("SELECT value FROM setting WHERE key = 'a'"), None));
    }

    private async Task<bool> AddsAsync()
    {
        try
        {
            return await Of<IStore>(_other).WriteAsync(WorkClass.Chat, session => Add(session, "a"), None) == 1;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private async Task<T[]> BothAsync<T>(Func<IServiceProvider, string, Task<T>> act)
    {
        using var start = new Barrier(2);
        Task<T> Begin(IServiceProvider? node, string name) => Task.Run(() =>
        {
            start.SignalAndWait();
            return act(node!, name);
        });

        return await Task.WhenAll(Begin(Get<IServiceProvider>(), "one"), Begin(_other, "two"));
    }

    private static T Of<T>(IServiceProvider node)
        where T : notnull => node.GetRequiredService<T>();

    private static int Add(Session session, string key) =>
        session.Run("UPDATE setting SET value = CAST(CAST(value AS BIGINT) + 1 AS TEXT) WHERE key = @key", ("@key", key));

    private static BotActivity Says(string text) => new() { Type = ActivityTypes.Message, ChannelId = "webchat", Text = text };
}
