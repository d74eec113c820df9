using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.EndToEnd.Crash;
using WalkBuddyBot.EndToEnd.Faults.Connector;
using WalkBuddyBot.EndToEnd.Faults.Judging;
using WalkBuddyBot.EndToEnd.Faults.Seeding;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A stage for faults: the real service, a connector that outlives it, one clock for both in the test's hands, and a database.</summary>
internal sealed class Drill : IAsyncDisposable
{
    /// <summary>How late a reminder may be; the service's default.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(60);

    /// <summary>By then nothing is a dead process's any more: what it had leased, and what it had marked.</summary>
    public static readonly Duration Leases = Duration.FromSeconds(20);

    /// <summary>The service's default, which Development does without: so few are under way at once that a kill costs little.</summary>
    public static readonly (string Name, string? Value) Paced = ("Nudges__PerTenantPerSecond", "25");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly string _clockFile;

    private Drill(ServiceProcess service, SteeredClock clock, string clockFile, ConnectorProcess connector, IFaultDatabase database) =>
        (Service, Clock, _clockFile, Connector, Database) = (service, clock, clockFile, connector, database);

    public ServiceProcess Service { get; }

    public SteeredClock Clock { get; }

    public ConnectorProcess Connector { get; }

    public IFaultDatabase Database { get; }

    public Instant Now => Clock.ToClock().GetCurrentInstant();

    /// <summary>A whole minute well ahead: nothing is due while the drill is being set up, and then the clock is moved to it.</summary>
    public Instant Soon => Instant.FromUnixTimeSeconds((Now.ToUnixTimeSeconds() / 60 * 60) + (20 * 60));

    /// <param name="database">Made from the service's folder; null for a file there.</param>
    public static async Task<Drill> BeginAsync(Func<string, Task<IFaultDatabase>>? database = null)
    {
        var service = new ServiceProcess();
        var clockFile = Path.Combine(service.Folder, "clock");
        var clock = new SteeredClock(clockFile);
        var connector = await ConnectorProcess.StartAsync(service.Folder, clockFile);
        return new(service, clock, clockFile, connector, database is null ? new SqliteFile(service.Database) : await database(service.Folder));
    }

    public Task SeedAsync(IEnumerable<SeededPerson> people) => Seeder.SeedAsync(Database, people, Connector.Address, Clock);

    /// <summary>Starts the service without waiting for it.</summary>
    public void Launch(string point = CrashPoint.Never, params IEnumerable<(string Name, string? Value)> settings) => Service.Launch(
        [typeof(CrashHost).Assembly.Location, "--crash-at", point, "--clock", _clockFile, "--urls", Service.Address.ToString()],
        [("ConnectionStrings__WalkBuddy", Database.ConnectionString), .. settings]);

    public async Task StartAsync(string point = CrashPoint.Never, params IEnumerable<(string Name, string? Value)> settings)
    {
        Launch(point, settings);
        await Service.ReadyAsync();
    }

    /// <summary>Sets the clock, as if by hand.</summary>
    public void SetClock(Instant to) => Clock.Ahead += (to - Now).ToTimeSpan();

    /// <summary>Waits until every one that is due has its row, and nothing is to become of any row any more.</summary>
    public async Task SettledAsync(int rows)
    {
        IReadOnlyList<OutboxRow> seen = [];
        await Until.TrueAsync(
            async () => (seen = await RowsAsync()).Count >= rows && !seen.Any(row => row.IsOpen),
            Patience,
            () => $"Of {rows} only {seen.Count(row => !row.IsOpen)} were settled, of {seen.Count}. The service said:\n{Service.Said}");
    }

    /// <summary>After the service's death: what it had marked to be sent, and had not written the end of.</summary>
    public async Task<IReadOnlySet<string>> UnderWayAsync()
    {
        await Database.AbandonedAsync();
        return (await RowsAsync()).Where(row => row.State == "Sending").Select(row => $"{row.Conversation} {row.Slot}").ToHashSet();
    }

    /// <summary>Waits until the service has ticked under the clock as it is now: readiness tells of a tick that ended lately.</summary>
    public Task TickedAsync() => Service.ReadyAsync();

    public Task<IReadOnlyList<OutboxRow>> RowsAsync() => OutboxRow.ReadAsync(Database);

    public async Task<Judgement> JudgeAsync(IReadOnlyCollection<Expected> due) =>
        Oracle.Judge(due, await Connector.CallsAsync(), await WebLine.ReadAsync(Database), await RowsAsync(), Grace);

    public async ValueTask DisposeAsync()
    {
        Connector.Dispose();
        Clock.Dispose();
        Service.Dispose();
        await Database.DisposeAsync();
    }
}
