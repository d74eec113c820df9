using NodaTime;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>
/// The time at which everybody of the benchmark wants their walk: in the ninth hour, at a minute that comes in no zone while the benchmark
/// runs, so that nobody is due but those who are made due.
/// </summary>
internal static class Morning
{
    private const int MinutesAway = 45;

    public static LocalTime From(Instant now) => new(9, (now.InUtc().Minute + MinutesAway) % 60);
}
