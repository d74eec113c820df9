using NodaTime;
using WalkBuddyBot.EndToEnd.Faults.Connector;
using WalkBuddyBot.EndToEnd.Faults.Seeding;

namespace WalkBuddyBot.EndToEnd.Faults.Judging;

/// <summary>
/// Compares what was due (the drill's own list) with what arrived (the connector's file, the transcripts) and with what the service says of
/// it (its outbox, by plain SQL). It shares no code with the rule that plans slots.
/// </summary>
internal static class Oracle
{
    public static Judgement Judge(
        IReadOnlyCollection<Expected> due,
        IReadOnlyCollection<ConnectorCall> calls,
        IReadOnlyCollection<WebLine> lines,
        IReadOnlyCollection<OutboxRow> rows,
        Duration grace)
    {
        var slots = rows.ToDictionary(row => row.Id, row => row.Slot);
        var nudges = calls.Where(call => call is { IsAccepted: true, Nudge: not null, Method: "POST" }).ToList();
        var wanted = due.ToDictionary(expected => Name(expected.Conversation, expected.Slot));
        List<(string Name, long? Utc)> arrived =
        [
            .. nudges.Select(call => (Name(call.Conversation, slots.GetValueOrDefault(call.Nudge!, "?")), (long?)call.Utc)),
            .. lines.Where(line => slots.ContainsKey(line.Outgoing)).Select(line => (Name(line.Conversation, slots[line.Outgoing]), (long?)null)),
        ];
        var count = arrived.CountBy(one => one.Name).ToDictionary();
        var states = rows.GroupBy(row => Name(row.Conversation, row.Slot)).ToDictionary(group => group.Key, group => group.ToList());
        var unseen = wanted.Keys.Where(name => !count.ContainsKey(name)).ToLookup(name => Said(states, name));
        return new()
        {
            Due = wanted.Count,
            Received = wanted.Keys.Count(count.ContainsKey),
            Missing = [.. wanted.Keys.Where(name => !count.ContainsKey(name) && Said(states, name) is not ("Uncertain" or "Dropped"))],
            Lost = [.. unseen["Uncertain"]],
            Dropped = [.. unseen["Dropped"]],
            Doubled = [.. count.Where(one => one.Value > 1).Select(one => $"{one.Key} x{one.Value}")],
            Uncertain = [.. rows.Where(row => row.State == "Uncertain").Select(row => Name(row.Conversation, row.Slot))],
            Early = Off(arrived, wanted, (utc, expected) => utc < expected.Due.ToUnixTimeMilliseconds()),
            Late = Off(arrived, wanted, (utc, expected) => utc > (expected.Due + grace).ToUnixTimeMilliseconds()),
            Stray = [.. arrived.Where(one => !wanted.ContainsKey(one.Name)).Select(one => one.Name)],
        };
    }

    private static string Name(string conversation, string slot) => $"{conversation} {slot}";

    private static string Said(Dictionary<string, List<OutboxRow>> states, string name) =>
        states.TryGetValue(name, out var rows) && rows is [var one] ? one.State : "nothing";

    private static List<string> Off(
        List<(string Name, long? Utc)> arrived, Dictionary<string, Expected> wanted, Func<long, Expected, bool> isOff) =>
    [
        .. arrived.Where(one => one.Utc is { } utc && wanted.TryGetValue(one.Name, out var expected) && isOff(utc, expected))
            .Select(one => one.Name),
    ];
}
