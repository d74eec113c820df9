using WalkBuddyBot.EndToEnd.Faults.Connector;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>How often a connector was called, by its own ledger.</summary>
internal static class Rate
{
    // What a busy machine or a connection that has to be made anew does to single calls evens out over this.
    private const int Long = 5;
    private const int Stumble = 5;

    /// <summary>Asserts that no second, and no five, had more calls than the pace allows.</summary>
    public static void IsKept(IReadOnlyCollection<ConnectorCall> calls, int perSecond)
    {
        Assert.InRange(Most(calls, 1), 1, perSecond + Stumble);
        Assert.InRange(Most(calls, Long), 1, (Long * perSecond) + 2);
    }

    /// <summary>The most nudges in any so many seconds, wherever they begin, accepted or not.</summary>
    public static int Most(IEnumerable<ConnectorCall> calls, int seconds)
    {
        var within = new Queue<long>();
        var most = 0;
        foreach (var at in calls.Where(call => call.Nudge is not null).Select(call => call.At).Order())
        {
            within.Enqueue(at);
            while (at - within.Peek() >= seconds * 1000)
            {
                within.Dequeue();
            }

            most = Math.Max(most, within.Count);
        }

        return most;
    }
}
