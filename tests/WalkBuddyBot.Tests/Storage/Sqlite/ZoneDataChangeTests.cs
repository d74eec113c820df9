using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Keeping;
using WalkBuddyBot.Storage.Sqlite;

namespace WalkBuddyBot.Tests.Storage.Sqlite;

/// <summary>Other zone data at a start moves what lies ahead, and nothing else.</summary>
public sealed class ZoneDataChangeTests : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase _database = new();
    private IDateTimeZoneProvider _zones = DateTimeZoneProviders.Tzdb;

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());

    [Theory]
    [InlineData(2, 8, 30)]
    [InlineData(0, 10, 30)]
    public async Task A_slot_ahead_keeps_its_local_time_and_comes_at_the_instant_the_new_data_gives_it(int offset, int hour, int minute)
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        await ChangedAsync(offset);

        var moved = await Get<ZoneDataChange>().RunAsync(None);
        var again = await Get<ZoneDataChange>().RunAsync(None);

        Assert.Equal((1, 0), (moved, again));
        Assert.Equal(Instant.FromUtc(2026, 11, 23, hour, minute).ToUnixTimeMilliseconds(), await DueAsync());
        Clock.Advance(Duration.FromHours(2));
        var step = Assert.Single(await Get<IPlan>().PlanDueAsync(10, Some.Step, None));
        Assert.Equal(new LocalDateTime(2026, 11, 23, 10, 30), step.Row.Nudge!.Slot.At);
        Assert.Empty(await Get<IPlan>().PlanDueAsync(10, Some.Step, None));
    }

    [Fact]
    public async Task A_slot_that_is_due_already_is_left_to_the_planner()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        Clock.Advance(Duration.FromMinutes(30));
        await ChangedAsync(offset: 0);

        Assert.Equal(0, await Get<ZoneDataChange>().RunAsync(None));
        Assert.Single(await Get<IPlan>().PlanDueAsync(10, Some.Step, None));
    }

    [Fact]
    public async Task The_same_zone_data_moves_nothing_and_a_zone_that_did_not_change_stays_as_it_was()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30), Some.Once("b", new LocalDateTime(2026, 11, 24, 12, 0)));
        Assert.Equal(0, await Get<ZoneDataChange>().RunAsync(None));
        await ChangedAsync(offset: 1);

        Assert.Equal(0, await Get<ZoneDataChange>().RunAsync(None));
    }

    [Fact]
    public async Task A_slot_the_planner_takes_meanwhile_does_not_come_back()
    {
        await KnownAsync(Some.Weekdays("a", 10, 30));
        var meanwhile = false;
        await ChangedAsync(offset: 0, () =>
        {
            if (!meanwhile)
            {
                meanwhile = true;
                Clock.Advance(Duration.FromHours(1));
                Assert.Single(Get<IPlan>().PlanDueAsync(10, Some.Step, None).GetAwaiter().GetResult());
            }
        });

        Assert.Equal(0, await Get<ZoneDataChange>().RunAsync(None));
        Assert.Single((await FactsAsync()).Nudges30Days);
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 9, 30).ToUnixTimeMilliseconds(), await DueAsync());
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton(_ => _zones);

    private async Task ChangedAsync(int offset, Action? onLook = null)
    {
        var changed = new Mock<IDateTimeZoneProvider>();
        changed.SetupGet(zones => zones.VersionId).Returns("of tomorrow");
        changed.Setup(zones => zones.GetZoneOrNull("Europe/Berlin")).Returns(() =>
        {
            onLook?.Invoke();
            return DateTimeZone.ForOffset(Offset.FromHours(offset));
        });
        changed.SetupGet(zones => zones["Europe/Berlin"]).Returns(DateTimeZone.ForOffset(Offset.FromHours(offset)));
        _zones = changed.Object;
        await RestartAsync();
    }

    private Task<long?> DueAsync() => Get<SqliteStore>().ReadAsync(session => session.Number("SELECT next_due_at FROM schedule"), None);
}
