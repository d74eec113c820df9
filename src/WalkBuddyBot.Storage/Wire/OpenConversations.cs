using System.Globalization;
using NodaTime;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>What a node asks for all its open pages: a hundred conversations a statement, which is written once and bound many times.</summary>
internal sealed class OpenConversations(IStore store, IClock clock) : IOpenConversations
{
    private const int AtOnce = 100;

    // Less often than what is taken for not looked at; several nodes and tabs of one conversation write it once.
    private static readonly Duration Fresh = Duration.FromSeconds(30);

    private static readonly string[] Names = [.. Enumerable.Range(0, AtOnce).Select(i => "@c" + i.ToString(CultureInfo.InvariantCulture))];
    private static readonly string Among = $"id IN ({string.Join(", ", Names)})";
    private static readonly string Watermarks = $"SELECT id, counter FROM conversation WHERE {Among}";
    private static readonly string LookedAt = $"UPDATE conversation SET seen_at = @now WHERE seen_at < @aged AND {Among}";

    public async Task<IReadOnlyDictionary<string, long>> WatermarksAsync(
        IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, long>(conversations.Count, StringComparer.Ordinal);
        foreach (var some in conversations.Chunk(AtOnce))
        {
            var rows = await store.ReadAsync(
                session => session.All(Watermarks, row => (Id: row.GetString(0), Watermark: row.GetInt64(1)), Bound(some)),
                cancellationToken);
            rows.ForEach(row => found[row.Id] = row.Watermark);
        }

        return found;
    }

    public async Task LookedAtAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        // In one order on all nodes, so that they wait for one another and not in a circle.
        foreach (var some in conversations.Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var now = clock.GetCurrentInstant();
            await store.WriteAsync(
                WorkClass.Dispatch,
                session => session.Run(
                    LookedAt,
                    [("@now", now.ToUnixTimeMilliseconds()), ("@aged", (now - Fresh).ToUnixTimeMilliseconds()), .. Bound(some)]),
                cancellationToken);
        }
    }

    // Fewer than a hundred: the last one is named again.
    private static (string Name, object? Value)[] Bound(string[] some) =>
        [.. Names.Select((name, i) => (name, (object?)some[Math.Min(i, some.Length - 1)]))];
}
