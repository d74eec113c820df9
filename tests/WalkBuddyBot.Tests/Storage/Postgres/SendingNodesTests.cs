using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>Two nodes that plan and send from one database at the same time.</summary>
[NeedsPostgres]
public sealed class SendingNodesTests : StoreContract
{
    private const int People = 60;

    private static readonly CancellationToken None = CancellationToken.None;
    private readonly PostgresDatabase _database = new();
    private ServiceProvider _other = null!;

    protected override string ConnectionString => _database.ConnectionString;

    private IOutbox Others => _other.GetRequiredService<IOutbox>();

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
    public async Task Each_slot_is_planned_by_one_of_them_and_each_nudge_leased_and_marked_by_one()
    {
        var ids = await CrowdAsync(Some.Weekdays("a", 10, 30));
        Clock.Advance(Duration.FromMinutes(31));

        var planned = await BothAsync(
            node => AllAsync(() => node.GetRequiredService<IPlan>().PlanDueAsync(7, Some.Step, None)));
        var sent = await BothAsync(node => AllAsync(() => SendAsync(node.GetRequiredService<IOutbox>(), 7)));

        Assert.Equal(People, planned.SelectMany(steps => steps).Select(step => step.Row.Id).Distinct().Count());
        Assert.Equal(People, planned.Sum(steps => steps.Count));
        Assert.Equal(People, sent.SelectMany(rows => rows).Select(row => row.Person).Distinct().Count());
        Assert.Equal(People, sent.Sum(rows => rows.Count));
        foreach (var home in ids)
        {
            Home = home;
            Assert.Equal(OutgoingState.Sent, Assert.Single((await FactsAsync()).Nudges30Days).State);
        }
    }

    [StoreFact]
    public async Task What_one_of_them_holds_the_other_neither_marks_nor_ends()
    {
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var mine = await Outbox.LeaseAsync("web", 5, None);

        var theirs = await Others.MarkAsync(mine, Some.Pass, None);
        await Others.SettleAsync([mine[0] with { State = OutgoingState.Failed, Reason = "refused" }], None);
        await Others.ReturnAsync(mine, None);
        await Others.RenewAsync([mine[0].Id], None);

        Assert.Empty(theirs);
        Assert.Equal(OutgoingState.Leased, (await LedgerAsync(slot)).State);
        Assert.Single(await Outbox.MarkAsync(mine, Some.Pass, None));
    }

    [StoreFact]
    public async Task One_that_slept_past_its_lease_marks_nothing_and_writes_over_nothing()
    {
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        var mine = await Outbox.LeaseAsync("web", 5, None);
        Clock.Advance(Duration.FromSeconds(30));
        var theirs = await Others.MarkAsync(await Others.LeaseAsync("web", 5, None), Some.Pass, None);

        var late = await Outbox.MarkAsync(mine, Some.Pass, None);
        await Outbox.SettleAsync([mine[0] with { State = OutgoingState.Waiting, Reason = "not begun" }], None);
        await Others.SettleAsync([theirs[0] with { State = OutgoingState.Sent }], None);

        Assert.Empty(late);
        Assert.Equal(OutgoingState.Sent, (await LedgerAsync(slot)).State);
    }

    [StoreFact]
    public async Task One_that_starts_takes_nothing_from_one_that_is_at_work()
    {
        Home = Address.Of("msteams", "contoso", "talk-1", "visitor-1", Scope.Personal);
        await KnownAsync();
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await Outbox.MarkAsync(await Outbox.LeaseAsync("contoso", 5, None), Some.Pass, None);

        var early = await Others.RecoverAsync(atStart: true, None);
        Clock.Advance(Duration.FromSeconds(15));
        var late = await BothAsync(node => node.GetRequiredService<IOutbox>().RecoverAsync(atStart: false, None));

        Assert.Empty(early);
        Assert.Equal(slot, Assert.Single(late.SelectMany(rows => rows)).Nudge!.Slot);
    }

    [StoreFact]
    public async Task Two_nudges_of_one_person_are_never_on_their_way_together()
    {
        await KnownAsync();
        for (var round = 0; round < 20; round++)
        {
            await WaitingNudgeAsync($"a{round}", Clock.GetCurrentInstant());
            await WaitingNudgeAsync($"b{round}", Clock.GetCurrentInstant());
            var leased = await Outbox.LeaseAsync("web", 1, None);
            var others = await Others.LeaseAsync("web", 1, None);

            var marked = await BothAsync(node => node == _other
                ? Others.MarkAsync(others, Some.Pass, None)
                : Outbox.MarkAsync(leased, Some.Pass, None));

            var sending = Assert.Single(marked.SelectMany(rows => rows), row => row.State == OutgoingState.Sending);
            var sender = leased[0].Id == sending.Id ? Outbox : Others;
            await sender.SettleAsync([sending with { State = OutgoingState.Sent }], None);
            await SayAsync("end" + round, new Effect.CancelWaiting("test", Before: null));
        }
    }

    [StoreFact]
    public async Task A_stop_on_one_of_them_and_a_mark_on_the_other_never_pass_each_other()
    {
        var person = await KnownAsync();
        for (var round = 0; round < 50; round++)
        {
            await WaitingNudgeAsync("n" + round, Clock.GetCurrentInstant());
            var leased = await Others.LeaseAsync("web", 5, None);
            IReadOnlyList<Outgoing> marked = [];
            var quiet = false;

            await BothAsync(async node =>
            {
                if (node == _other)
                {
                    marked = await Others.MarkAsync(leased, Some.Pass, None);
                    return 0;
                }

                await SayAsync("stop" + round, new Effect.CancelWaiting("stopped", Before: null));
                quiet = await Turns.NoneSendingAsync(person.Id, Duration.Zero, None);
                return 0;
            });

            Assert.NotEqual(quiet, marked.Any(row => row.State == OutgoingState.Sending));
            await Others.SettleAsync([.. marked.Select(row => row with { State = OutgoingState.Sent })], None);
        }
    }

    [StoreFact]
    public async Task Together_they_have_one_pace()
    {
        var taken = await BothAsync(async node =>
        {
            var permits = new List<Duration>();
            for (var i = 0; i < 20; i++)
            {
                var some = await node.GetRequiredService<IPace>().ReserveAsync("contoso", 1, Duration.FromSeconds(60), None);
                permits.Add(some.First);
            }

            return permits;
        });

        var moments = taken.SelectMany(moments => moments).Order().ToList();
        Assert.Equal(Enumerable.Range(0, 40).Select(i => Duration.FromMilliseconds(40 * i)), moments);
    }

    protected override void Configure(IServiceCollection services) =>
        services.AddSingleton(new PaceOptions(_ => 25, Duration.FromMilliseconds(100)));

    private async Task<List<Address>> CrowdAsync(Schedule schedule)
    {
        var homes = new List<Address>();
        for (var i = 0; i < People; i++)
        {
            Home = Address.Of("webchat", tenant: null, "talk" + i, "visitor" + i, Scope.Personal);
            homes.Add(Home);
            ImmutableArray<Schedule> own = [schedule with { Id = new ScheduleId(DerivedId.From("schedule", "of", Home.Conversation)) }];
            var heard = Some.Heard("first " + i, Home);
            var person = Person.FirstHeard(heard) with { Zone = "Europe/Berlin", Schedules = own };
            await Turns.CommitAsync(heard, null, new(person, [], [], "hi"), null, None);
        }

        return homes;
    }

    private static async Task<IReadOnlyList<Outgoing>> SendAsync(IOutbox outbox, int most)
    {
        var marked = await outbox.MarkAsync(await outbox.LeaseAsync("web", most, None), Some.Pass, None);
        await outbox.SettleAsync([.. marked.Select(row => row with { State = OutgoingState.Sent })], None);
        return marked;
    }

    private static async Task<List<T>> AllAsync<T>(Func<Task<IReadOnlyList<T>>> some)
    {
        var all = new List<T>();
        for (var idle = 0; idle < 3;)
        {
            var more = await some();
            all.AddRange(more);
            idle = more.Count == 0 ? idle + 1 : 0;
        }

        return all;
    }

    private async Task<T[]> BothAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        using var start = new Barrier(2);
        Task<T> Begin(IServiceProvider node) => Task.Run(() =>
        {
            start.SignalAndWait();
            return act(node);
        });

        return await Task.WhenAll(Begin(Get<IServiceProvider>()), Begin(_other));
    }
}
