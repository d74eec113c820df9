using NodaTime;

namespace WalkBuddyBot.Storage;

/// <summary>How fast each lane may send.</summary>
/// <param name="PerSecond">The rate of a lane; 0 for no pacing.</param>
/// <param name="AtOnce">How much unused time a lane may catch up on in one go: a tenth of a second at 25 a second is three permits.</param>
public sealed record PaceOptions(Func<string, double> PerSecond, Duration AtOnce)
{
    /// <summary>The lane of replies that a crash left over.</summary>
    public const string ReplyLane = "reply";

    /// <summary>25 a second for every tenant, a tenth of a second at once; replies are never held back.</summary>
    public static PaceOptions Default { get; } = new(lane => lane == ReplyLane ? 0 : 25, Duration.FromMilliseconds(100));
}
