using System.Globalization;

namespace WalkBuddyBot.EndToEnd.Faults.Judging;

/// <summary>A nudge as the service's own ledger has it.</summary>
internal sealed record OutboxRow(string Id, string Conversation, string Slot, string State, string? Reason)
{
    private static readonly string[] Open = ["Waiting", "Leased", "Sending"];

    /// <summary>Whether something is still to become of it.</summary>
    public bool IsOpen => Open.Contains(State);

    public static async Task<IReadOnlyList<OutboxRow>> ReadAsync(IFaultDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT o.id, a.conversation, o.slot_at, o.state, o.reason FROM outgoing o JOIN address a ON a.id = o.address
            WHERE o.schedule IS NOT NULL
            """;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<OutboxRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(new(
                IdOf(reader.GetValue(0)), reader.GetString(1), SlotOf(reader.GetValue(2)), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
        }

        return rows;
    }

    private static string IdOf(object value) => value is Guid id ? id.ToString("N") : Convert.ToHexStringLower((byte[])value);

    private static string SlotOf(object value) =>
        value is DateTime at ? at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : (string)value;
}
