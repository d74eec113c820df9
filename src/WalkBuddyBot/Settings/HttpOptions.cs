namespace WalkBuddyBot.Settings;

/// <summary>How patient the server is with connections. Section <c>Http</c>; checked at start.</summary>
internal sealed class HttpOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Http";

    /// <summary>
    /// How many connections may be open at once, streams not counted; one more is closed. The default is 10000, the range 10 to 100000.
    /// </summary>
    public int Connections { get; set; } = 10_000;

    /// <summary>How long the head of a request may take to arrive. The default is 10 seconds, the range 1 to 60.</summary>
    public TimeSpan HeadWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a connection may lie idle. The default is 130 seconds, longer than proxies keep theirs, so that a proxy never asks on one
    /// that we are just closing. The range is 1 second to 10 minutes.
    /// </summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromSeconds(130);
}
