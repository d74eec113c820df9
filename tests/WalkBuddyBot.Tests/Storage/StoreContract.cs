using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>A fresh database, a clock of our own, and the few steps most tests begin with. Each database inherits every contract.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private ServiceProvider? _services;

    /// <summary>Monday, 10:00 in Berlin.</summary>
    protected FakeClock Clock { get; } = FakeClock.FromUtc(2026, 11, 23, 9, 0, 0);

    protected FakeTimeProvider Time { get; } = new();

    protected Address Home { get; set; } = Address.Of("webchat", tenant: null, "talk-1", "visitor-1", Scope.Personal);

    protected abstract string ConnectionString { get; }

    protected ITurns Turns => Get<ITurns>();

    protected IOutbox Outbox => Get<IOutbox>();

    public virtual async Task InitializeAsync()
    {
        _services = Build(ConnectionString);
        await Get<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
    }

    public virtual async Task DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    protected T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>Ends the service and begins another on the same database.</summary>
    protected async Task RestartAsync()
    {
        await _services!.DisposeAsync();
        await InitializeAsync();
    }

    /// <summary>
    /// Begins the service anew and recovers. Alone on its database it may take all that was under way for dead; beside others it waits until
    /// the leases end.
    /// </summary>
    protected async Task<IReadOnlyList<Outgoing>> RecoverAfterCrashAsync()
    {
        await RestartAsync();
        if (!Get<IStore>().IsAlone)
        {
            Assert.Empty(await Outbox.RecoverAsync(atStart: true, CancellationToken.None));
            Clock.Advance(Duration.FromSeconds(60));
        }

        return await Outbox.RecoverAsync(atStart: true, CancellationToken.None);
    }

    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>Someone in Berlin who has said one thing.</summary>
    protected async Task<Person> KnownAsync(params ImmutableArray<Schedule> schedules)
    {
        var heard = Some.Heard("first", Home);
        var person = Person.FirstHeard(heard) with { Zone = "Europe/Berlin", Schedules = schedules };
        Assert.IsType<TurnEnd.Committed>(await Turns.CommitAsync(heard, null, new(person, [], [], "hi"), null, CancellationToken.None));
        return (await FactsAsync()).Person;
    }

    protected async Task<PersonFacts> FactsAsync() =>
        await Turns.FindAsync(Home, CancellationToken.None) ?? throw new InvalidOperationException("Nobody is known at home.");

    /// <summary>One turn with these effects, on the person as they are now.</summary>
    protected Task<TurnEnd> SayAsync(string key, params ImmutableArray<Effect> effects) => SayAsync(key, person => person, effects);

    protected async Task<TurnEnd> SayAsync(string key, Func<Person, Person> change, params ImmutableArray<Effect> effects)
    {
        var person = (await FactsAsync()).Person;
        return await Turns.CommitAsync(
            Some.Heard(key, Home), person.Version, new(change(person), [], effects, "test"), answer: null, CancellationToken.None);
    }

    /// <summary>A nudge that waits for its time.</summary>
    protected async Task<Slot> WaitingNudgeAsync(string key, Instant due)
    {
        var slot = Some.Slot(key);
        Assert.IsType<TurnEnd.Committed>(
            await SayAsync("nudge " + key, new Effect.Snoozed(slot, NudgeKind.Walk, due, Duration.FromHours(1))));
        return slot;
    }

    /// <summary>The row of a nudge as the ledger shows it.</summary>
    protected async Task<Outgoing> LedgerAsync(Slot slot) => (await FactsAsync()).Nudges30Days.Single(row => row.Nudge!.Slot == slot);

    /// <summary>One more service on the same database, beside the first.</summary>
    protected Task<ServiceProvider> AnotherNodeAsync() => NodeOnAsync(ConnectionString);

    /// <summary>One more service, with the same clock.</summary>
    protected async Task<ServiceProvider> NodeOnAsync(string connectionString)
    {
        var services = Build(connectionString);
        await services.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
        return services;
    }

    private ServiceProvider Build(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IClock>(Clock);
        services.AddSingleton<TimeProvider>(Time);
        services.AddStorage(connectionString);
        Configure(services);
        return services.BuildServiceProvider();
    }
}
