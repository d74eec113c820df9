using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Erasing;
using WalkBuddyBot.Storage.Keeping;
using WalkBuddyBot.Storage.Opening;
using WalkBuddyBot.Storage.People;
using WalkBuddyBot.Storage.Postgres;
using WalkBuddyBot.Storage.Postgres.Opening;
using WalkBuddyBot.Storage.Sending;
using WalkBuddyBot.Storage.Sqlite;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage;

/// <summary>The memory, for the house to wire in.</summary>
public static class StorageServices
{
    /// <summary>
    /// Registers the ports that need a database. Nothing is touched until <see cref="IStorageGate.OpenAsync"/>; until then, and after the
    /// end, every store says that it is not available. A <see cref="PaceOptions"/> or a <see cref="LeaseOptions"/> registered before or
    /// after this takes the default's place.
    /// </summary>
    /// <param name="services">Where.</param>
    /// <param name="connectionString">
    /// The text decides the database: <c>Data Source=...</c> with a full path, or <c>Mode=Memory</c>, is SQLite; <c>Host=...</c> is
    /// PostgreSQL. Where no <see cref="IClock"/> is registered before or after this, SQLite has the machine's and PostgreSQL its own.
    /// </param>
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DateTimeZoneProviders.Tzdb);
        services.TryAddSingleton(PaceOptions.Default);
        services.TryAddSingleton(LeaseOptions.Default);

        if (PostgresPlace.IsMeant(connectionString))
        {
            services.AddPostgres(connectionString);
        }
        else
        {
            services.AddSqlite(connectionString);
        }

        services.AddSingleton<SavedReferences>();
        services.AddSingleton<Scrubber>().AddHostedService(provider => provider.GetRequiredService<Scrubber>());
        services.AddSingleton<Facts>();
        services.AddSingleton<Taking>();
        services.AddSingleton<MarkWriter>();
        services.AddSingleton<Marking>();
        services.AddSingleton<Settling>();
        services.AddSingleton<ITurns, TurnStore>();
        services.AddSingleton<IOutbox, OutboxStore>();
        services.AddSingleton<IPlan, PlanStore>();
        services.AddSingleton<IPace, PaceStore>();
        services.AddSingleton<IPersonExport, ExportStore>();
        services.AddSingleton<INudgeHold, HoldStore>();
        services.AddSingleton<IPeople, PeopleStore>();

        services.AddSingleton<SinceLast>().AddHostedService(provider => provider.GetRequiredService<SinceLast>());
        services.AddSingleton<ZoneDataChange>().AddHostedService(provider => provider.GetRequiredService<ZoneDataChange>());
        services.AddSingleton<Departures>();
        services.AddSingleton<Retention>().AddHostedService(provider => provider.GetRequiredService<Retention>());

        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IOpenConversations, OpenConversations>();
        services.AddSingleton<IInbox, InboxStore>();
        services.AddSingleton<IReferences, ReferenceStore>();
        services.AddSingleton<ISigningKeys, SigningKeyStore>();
        return services;
    }

    private static void AddSqlite(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton<IClock>(provider => provider.GetRequiredService<TimeProvider>().ToClock());
        services.AddSingleton(provider => new SqliteStore(
            connectionString, SchemaStep.Sqlite, provider.GetRequiredService<IClock>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStorageGate>(provider => provider.GetRequiredService<SqliteStore>());
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<SqliteStore>());
    }

    private static void AddPostgres(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(provider => new DatabaseClock(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IClock>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddSingleton(provider => new PostgresStore(
            connectionString,
            SchemaStep.Postgres,
            provider.GetRequiredService<DatabaseClock>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStorageGate>(provider => provider.GetRequiredService<PostgresStore>());
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<PostgresStore>());
        services.AddSingleton<IBell>(provider => new Bell(
            connectionString,
            provider.GetRequiredService<PostgresStore>().Owner,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Bell>>()));
    }
}
