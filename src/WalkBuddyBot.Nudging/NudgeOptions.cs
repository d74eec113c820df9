namespace WalkBuddyBot.Nudging;

/// <summary>How the clock speaks. Section <c>Nudges</c>; checked at start.</summary>
public sealed class NudgeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Nudges";

    /// <summary>The highest pace a tenant takes.</summary>
    public const int MostPerSecond = 50;

    /// <summary>
    /// Nudges a second to one tenant, or to our own web chat. The default is 25, the range 1 to 50; 0 is no pacing, in Development only.
    /// </summary>
    public int PerTenantPerSecond { get; set; } = 25;

    /// <summary>
    /// How late a walk reminder may still arrive; a later one is dropped and counted. The default is one hour, the range one minute to six
    /// hours.
    /// </summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>
    /// How long a node may hold a row before another takes it over. The default is 10 seconds, the range 5 to 60 seconds.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The most sends of a lane that may be under way at once.</summary>
    public const int MostInFlight = 256;

    /// <summary>
    /// Sends of one lane under way at once, which is also what a crash can leave in doubt. The default is 16, and 128 where nothing is
    /// paced; the range 1 to 256.
    /// </summary>
    public int? InFlight { get; set; }
}
