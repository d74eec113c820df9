using WalkBuddyBot.EndToEnd.Faults.Connector;

namespace WalkBuddyBot.EndToEnd.Faults.Fleets;

/// <summary>How fast calls arrived, by the connector's own times.</summary>
internal static class Pacing
{
    private const long Second = 1000;

    /// <summary>The most calls in any second.</summary>
    public static int Fastest(IEnumerable<ConnectorCall> calls) => Seconds(calls).Max(second => second.Count);

    /// <summary>
    /// The same, without what only a stumble of the machine pressed together: calls that were to come in a lull and came at its end.
    /// </summary>
    public static double FastestAt(int rate, IEnumerable<ConnectorCall> calls) =>
        Seconds(calls).Max(second => second.Count - (rate * second.Lull / (double)Second));

    // Each second begins with a call; before that there was a lull.
    private static IEnumerable<(int Count, long Lull)> Seconds(IEnumerable<ConnectorCall> calls)
    {
        List<long> at = [.. calls.Select(call => call.At).Order()];
        for (var (first, last) = (0, 0); first < at.Count; first++)
        {
            while (last < at.Count && at[last] < at[first] + Second)
            {
                last++;
            }

            yield return (last - first, first == 0 ? 0 : at[first] - at[first - 1]);
        }
    }
}
