using System.Globalization;
using NodaTime;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>
/// What a node asks for all its open pages: a hundred conversations a statement, which is written once and bound many times.
/// </summary>
internal sealed class OpenConversations(IStore store, IClock clock) : IOpenConversations
{
    private const int AtOnce = 100;

    // Less often than what is taken for not looked at; several nodes and tabs of one conversation write it once.
    private static readonly Duration Fresh = Duration.FromSeconds(30);

    private static readonly string[] Names = [.. Enumerable.Range(0, AtOnce).Select(i => "@c" + i.ToString(CultureInfo.InvariantCulture))];
    private static readonly string Among = $"id IN ({string.Join(", ", Names)})";
    private static readonly string WatermarksOf = $"SELECT id, counter FROM conversation WHERE {Among}";
    private static readonly string LookedAt = $"UPDATE conversation SET seen_at = @now WHERE seen_at < @aged AND {Among}";

    public Task<IReadOnlyDictionary<string, long>> WatermarksAsync(
        IReadOnlyCollection<string> conversations, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyDictionary<string, long>>(
            session => conversations.Chunk(AtOnce).SelectMany(some => Watermarks(session, some)).ToDictionary(StringComparer.Ordinal),
            cancellationToken);

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

    private static List<KeyValuePair<string, long>> Watermarks(Session session, string[] some) =>
        session.All(WatermarksOf, row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), Bound(some));

    // Fewer than a hundred: the last one is named again.
    private static (string Name, object? Value)[] Bound(string[] some) =>
        [.. Names.Select((name, i) => (name, (object?)some[Math.Min(i, some.Length - 1)]))];
}
