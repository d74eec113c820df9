namespace WalkBuddyBot.EndToEnd.Faults.Judging;

/// <summary>Something the bot said in a conversation of the web chat: where, and which row of the outbox it was.</summary>
internal sealed record WebLine(string Conversation, string Outgoing)
{
    public static async Task<IReadOnlyList<WebLine>> ReadAsync(IFaultDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT c.id, a.outgoing FROM activity a JOIN conversation c ON c.seq = a.conversation WHERE a.outgoing IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<WebLine>();
        while (await reader.ReadAsync())
        {
            lines.Add(new(reader.GetString(0), reader.GetString(1)));
        }

        return lines;
    }
}
