using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.EndToEnd.Faults.Seeding;

/// <summary>
/// Writes people into a database before the service starts, through the memory's own ports: ten thousand take seconds, and each stands there
/// as a turn of theirs would have left them.
/// </summary>
internal static class Seeder
{
    private const int AtOnce = 128;

    public static async Task SeedAsync(IFaultDatabase database, IEnumerable<SeededPerson> people, Uri connector, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton<NodaTime.IClock>(time.ToClock());
        services.AddStorage(database.ConnectionString);
        await using var memory = services.BuildServiceProvider();
        await memory.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
        var now = time.ToClock().GetCurrentInstant();
        await Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (person, _) => await AddAsync(memory, person, connector, now));
    }

    private static async Task AddAsync(IServiceProvider memory, SeededPerson seeded, Uri connector, Instant now)
    {
        var channel = seeded.Web ? Address.WebChat : "msteams";
        var address = Address.Of(channel, seeded.Tenant, seeded.Conversation, $"member-{seeded.Number}", Scope.Personal);
        var heard = new Heard($"seed-{seeded.Number}", address, "seed", Verb: null, About: null, ImmutableDictionary<string, string>.Empty, seeded.Zone, "en");
        var made = now.InZone(DateTimeZoneProviders.Tzdb[seeded.Zone]).LocalDateTime;
        var schedule = new Schedule(
            new ScheduleId(DerivedId.From("seed", seeded.Conversation)),
            NudgeKind.Walk,
            Recurrence.Weekly.At(Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None), seeded.Time),
            made);
        var person = Person.FirstHeard(heard) with { Zone = seeded.Zone, Schedules = [schedule] };
        if (seeded.Web)
        {
            var line = new WebConversation(seeded.Conversation, address.Member, now, now);
            await memory.GetRequiredService<IConversationStore>().CreateAsync(line, CancellationToken.None);
        }

        await memory.GetRequiredService<IReferences>().SaveAsync(address.Id.Value.ToString("N"), Reference(seeded, address, connector), CancellationToken.None);
        var end = await memory.GetRequiredService<ITurns>()
            .CommitAsync(heard, seenVersion: null, new TurnOutcome(person, [], [], "seed"), answer: null, CancellationToken.None);
        Assert.IsType<TurnEnd.Committed>(end);
    }

    private static ConversationReference Reference(SeededPerson seeded, Address address, Uri connector) => new()
    {
        Sink = seeded.Web ? "directline" : ConnectorSinkName.Value,
        ChannelId = address.Channel,
        ServiceUrl = seeded.Web ? null : connector.ToString(),
        Conversation = new() { Id = address.Conversation, TenantId = address.Tenant },
        Bot = new() { Id = "bot" },
        User = new() { Id = address.Member },
        Locale = "en",
    };
}
