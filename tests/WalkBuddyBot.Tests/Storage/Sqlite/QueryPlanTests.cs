using NodaTime.Testing;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Opening;
using WalkBuddyBot.Storage.Sqlite;

namespace WalkBuddyBot.Tests.Storage.Sqlite;

/// <summary>What runs each second reads no table whole, however large it has grown.</summary>
public sealed class QueryPlanTests
{
    [Theory]
    [InlineData("SELECT seq FROM schedule WHERE next_due_at IS NOT NULL AND next_due_at <= 1 ORDER BY next_due_at LIMIT 9", "schedule_due")]
    [InlineData("SELECT seq FROM outgoing WHERE state = 'Waiting' AND door = '' AND urgency = 2 AND not_before <= 1 ORDER BY not_before LIMIT 9", "outgoing_waiting")]
    [InlineData("SELECT seq FROM outgoing WHERE state = 'Leased' AND lease_until <= 1", "outgoing_leased")]
    [InlineData("SELECT seq FROM outgoing WHERE state = 'Sending' AND (0 OR lease_until <= 1)", "outgoing_under_way")]
    [InlineData("SELECT person FROM outgoing WHERE state = 'Sending' AND lease_until > 0", "outgoing_under_way")]
    [InlineData("SELECT count(*) FROM outgoing WHERE person = x'00' AND schedule IS NOT NULL AND not_before >= 1 AND state IN ('Sent')", "outgoing_ledger")]
    [InlineData("SELECT sequence FROM activity WHERE conversation = 1 AND changed > 1 ORDER BY changed LIMIT 9", "activity_changed")]
    public async Task The_index_that_was_made_for_it_is_used(string query, string index)
    {
        await using var store =
            new SqliteStore("Data Source=:memory:", SchemaStep.Sqlite, FakeClock.FromUtc(2026, 11, 23), TimeProvider.System);
        await store.OpenAsync(StorageUse.Service, CancellationToken.None);

        var plan =
            await store.ReadAsync(session => session.All("EXPLAIN QUERY PLAN " + query, row => row.GetString(3)), CancellationToken.None);

        Assert.Contains(index, Assert.Single(plan), StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan[0], StringComparison.Ordinal);
    }
}
