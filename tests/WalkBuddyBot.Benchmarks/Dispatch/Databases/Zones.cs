namespace WalkBuddyBot.Benchmarks.Dispatch.Databases;

/// <summary>Where the people of the benchmark live. None of the zones in which the peer's trigger may stand still is among them.</summary>
internal static class Zones
{
    public static readonly string[] All =
    [
        "Europe/Berlin", "Europe/London", "Europe/Lisbon", "Europe/Athens", "America/New_York", "America/Chicago", "America/Denver",
        "America/Los_Angeles", "America/Sao_Paulo", "Asia/Tokyo", "Asia/Kolkata", "Asia/Singapore", "Australia/Sydney", "Pacific/Auckland",
        "Africa/Lagos", "Africa/Johannesburg",
    ];

    public static string Of(long number) => All[number % All.Length];
}
