using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Benchmarks.Dispatch.Databases;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>Makes schedules of the crowd due, and says afterwards what became of them.</summary>
internal static class DueRows
{
    /// <summary>
    /// Some of the crowd, evenly chosen: those whose number leaves <paramref name="rest"/> when it is divided by <paramref name="every"/>.
    /// </summary>
    public static async Task MakeDueAsync(Engine engine, string database, int most, int every, int rest, Instant at)
    {
        await using var connection = await engine.OpenAsync(database);
        var made = await connection.RunAsync(
            """
            UPDATE schedule SET next_due_at = @at, slot_at = @slot
            WHERE seq IN (SELECT seq FROM schedule WHERE seq % @every = @rest ORDER BY seq LIMIT @most)
            """,
            ("@at", at.ToUnixTimeMilliseconds()),
            ("@slot", SlotAt(at)),
            ("@every", every),
            ("@rest", rest),
            ("@most", most));
        if (made != most)
        {
            throw new InvalidOperationException($"{made} schedules were made due instead of {most}.");
        }
    }

    /// <summary>One schedule after another, evenly spread; when each conversation is due.</summary>
    public static async Task<Dictionary<string, Instant>> SpreadAsync(Engine engine, string database, Instant from, Duration apart)
    {
        await using var connection = await engine.OpenAsync(database);
        await connection.RunAsync(
            "UPDATE schedule SET next_due_at = @from + (seq - 1) * @apart, slot_at = @slot",
            ("@from", from.ToUnixTimeMilliseconds()),
            ("@apart", (long)apart.TotalMilliseconds),
            ("@slot", SlotAt(from)));
        var due = new Dictionary<string, Instant>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT a.conversation, s.next_due_at FROM schedule s JOIN address a ON a.person = s.person";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            due.Add(reader.GetString(0), Instant.FromUnixTimeMilliseconds(reader.GetInt64(1)));
        }

        return due;
    }

    /// <summary>How many nudges the ledger holds, and to how many people one was sent.</summary>
    public static async Task<(long Rows, long Sent)> LedgerAsync(Engine engine, string database)
    {
        await using var connection = await engine.OpenAsync(database);
        return (
            await connection.NumberAsync("SELECT count(*) FROM outgoing WHERE schedule IS NOT NULL"),
            await connection.NumberAsync("SELECT count(DISTINCT schedule) FROM outgoing WHERE schedule IS NOT NULL AND state = 'Sent'"));
    }

    private static string SlotAt(Instant at) => LocalDateTimePattern.ExtendedIso.Format(at.InUtc().Date.PlusDays(-2).AtMidnight());
}
