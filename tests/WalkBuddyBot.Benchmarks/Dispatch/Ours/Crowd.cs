using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>
/// Many people who each want a walk every morning in their own zone. One of them is written by the service's own stores; the others
/// are copies of that one's rows, so that they are what the service would have written.
/// </summary>
internal static class Crowd
{
    private const string Conversation = "crowd-conversation";
    private const string Member = "crowd-member";
    private const long Never = 4_102_444_800_000;

    private static readonly Address Home = Address.Of("msteams", "crowd-tenant", Conversation, Member, Scope.Personal);

    public static async Task MakeAsync(Engine engine, string database, int people, string serviceUrl)
    {
        await engine.CreateAsync(database);
        await using (var services = await OurService.OpenAsync(engine.ConnectionString(database)))
        {
            await OneAsync(services, serviceUrl);
        }

        engine.LetGo();
        await using var connection = await engine.OpenAsync(database);
        await connection.RunAsync(engine.BeforeFilling);
        foreach (var table in Tables(engine))
        {
            await CopiesAsync(connection, engine, table, people - 1);
        }

        await connection.RunAsync(engine.AfterFilling);
    }

    private static async Task OneAsync(IServiceProvider services, string serviceUrl)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        await services.GetRequiredService<IReferences>().SaveAsync(Home.Id.Value.ToString("N"), ReferenceTo(serviceUrl), CancellationToken.None);
        var heard = new Heard("crowd", Home, "remind me every day at 9", Verb: null, About: null, Inputs: [], ZoneHint: null, "en");
        var daily = Recurrence.Weekly.At(Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None), Morning.From(now));
        var schedule = new Schedule(new ScheduleId(DerivedId.From("schedule", "crowd")), NudgeKind.Walk, daily, now.InUtc().LocalDateTime.PlusDays(-3));
        var person = Person.FirstHeard(heard) with { Zone = Zones.All[0], Schedules = [schedule] };
        var end = await services.GetRequiredService<ITurns>().CommitAsync(
            heard, seenVersion: null, new TurnOutcome(person, [], [], "set_reminder"), answer: null, CancellationToken.None);
        if (end is not TurnEnd.Committed)
        {
            throw new InvalidOperationException("The first of the crowd could not be written.");
        }
    }

    private static ConversationReference ReferenceTo(string serviceUrl) => new()
    {
        Sink = ConnectorSinkName.Value,
        ChannelId = Home.Channel,
        ServiceUrl = serviceUrl,
        Conversation = new ConversationAccount { Id = Conversation, ConversationType = "personal", TenantId = Home.Tenant },
        Bot = new ChannelAccount { Id = "28:bot", Name = "WalkBuddy" },
        User = new ChannelAccount { Id = Member },
        Locale = "en-US",
    };

    /// <summary>The tables that hold a person, each with the columns in which people differ.</summary>
    private static (string Table, Dictionary<string, string> Own)[] Tables(Engine engine) =>
    [
        ("person", new() { ["id"] = engine.Id("p"), ["nudge_at"] = engine.Id("a"), ["zone"] = engine.Zone }),
        ("address", new()
        {
            ["id"] = engine.Id("a"), ["person"] = engine.Id("p"), ["conversation"] = "t.conversation || '-' || c.n", ["member"] = "t.member || '-' || c.n",
        }),
        ("schedule", new()
        {
            ["id"] = engine.Id("s"), ["person"] = engine.Id("p"), ["next_due_at"] = Never.ToString("D"),
        }),
        ("reference", new()
        {
            ["address"] = engine.IdText("a"),
            ["member"] = "t.member || '-' || c.n",
            ["payload"] = $"replace(replace(t.payload, '{Conversation}', '{Conversation}-' || c.n), '{Member}', '{Member}-' || c.n)",
        }),
    ];

    private static async Task CopiesAsync(DbConnection connection, Engine engine, (string Name, Dictionary<string, string> Own) table, int most)
    {
        var columns = await connection.ColumnsAsync(table.Name);
        var values = columns.Select(column => table.Own.GetValueOrDefault(column, $"t.{column}"));
        await connection.RunAsync($"CREATE TEMPORARY TABLE first_{table.Name} AS SELECT * FROM {table.Name} LIMIT 1");
        await connection.RunAsync(
            $"""
            INSERT INTO {table.Name} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", values)} FROM first_{table.Name} t, {engine.Numbers}
            """,
            ("@most", most));
    }
}
