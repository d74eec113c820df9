using System.ComponentModel.DataAnnotations;

namespace WalkBuddyBot.Settings;

/// <summary>How patient the server is with connections. Section <c>Http</c>; checked at start.</summary>
internal sealed class HttpOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Http";

    /// <summary>How many connections may be open at once, streams not counted; one more is closed. The default is 10000.</summary>
    [Range(10, 100_000, ErrorMessage = "Http:Connections is outside its range; allowed is 10 to 100000.")]
    public int Connections { get; set; } = 10_000;

    /// <summary>How long the head of a request may take to arrive. The default is 10 seconds; 1 to 60.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Http:HeadWithin is outside its range; allowed is 00:00:01 to 00:01:00.")]
    public TimeSpan HeadWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a connection may lie idle. The default is 130 seconds, longer than proxies keep theirs: whoever holds a connection should
    /// not be the one surprised by its end. From 1 second to 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Http:IdleFor is outside its range; allowed is 00:00:01 to 00:10:00.")]
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromSeconds(130);
}
