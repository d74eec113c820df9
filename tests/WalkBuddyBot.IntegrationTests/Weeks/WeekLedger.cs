using System.Data.Common;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.IntegrationTests.Weeks;

/// <summary>The ledger as it stands in the database, read beside everything that the service uses.</summary>
internal static class WeekLedger
{
    /// <summary>When something is due next, whether planned already or not; null when nothing is any more.</summary>
    public static async Task<Instant?> NextAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT min(at) FROM (
                SELECT min(next_due_at) AS at FROM schedule
                UNION ALL
                SELECT min(not_before) FROM outgoing WHERE state = 'Waiting') AS due
            """;
        return await command.ExecuteScalarAsync() is long at ? Instant.FromUnixTimeMilliseconds(at) : null;
    }

    public static async Task<IReadOnlyList<Row>> ReadAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT schedule, slot_at, again, not_before, state, reason FROM outgoing WHERE schedule IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();
        while (await reader.ReadAsync())
        {
            var slot = new Slot(
                new ScheduleId(Id(reader.GetValue(0))),
                LocalDateTimePattern.ExtendedIso.Parse(reader.GetString(1)).Value,
                Convert.ToInt32(reader.GetValue(2), CultureInfo.InvariantCulture));
            rows.Add(new(
                slot,
                Instant.FromUnixTimeMilliseconds(reader.GetInt64(3)),
                reader.GetString(4),
                await reader.IsDBNullAsync(5) ? null : reader.GetString(5)));
        }

        return rows;
    }

    private static Guid Id(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;

    internal sealed record Row(Slot Slot, Instant Due, string State, string? Reason);
}
