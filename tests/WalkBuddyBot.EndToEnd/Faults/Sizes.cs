using System.Globalization;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>How large a drill is, and what its chances hang on.</summary>
internal static class Sizes
{
    private const int UsualSeed = 20_261_124;

    /// <summary>WALKBUDDY_FAULTS=full: the drills as the marks are stated; else they are bounded, so that every test run has them.</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full";

    /// <summary>WALKBUDDY_SEED: a run that failed is run again.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("WALKBUDDY_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : UsualSeed;

    public static int Of(int bounded, int full) => Full ? full : bounded;
}
