namespace WalkBuddyBot.Operations;

/// <summary>Who may read the counters. Section <c>Metrics</c>.</summary>
internal sealed class MetricsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Metrics";

    /// <summary>
    /// Whether <c>/metrics</c> answers callers from elsewhere. The default is false: programs on this machine only, not through a proxy.
    /// </summary>
    public bool Public { get; set; }
}
