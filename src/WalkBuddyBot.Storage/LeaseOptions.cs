using NodaTime;

namespace WalkBuddyBot.Storage;

/// <summary>How long a node may hold a row of the outbox that it took to send.</summary>
/// <param name="Taken">From taking to marking; then the row is anybody's again. What was marked is doubted well after that.</param>
public sealed record LeaseOptions(Duration Taken)
{
    /// <summary>Ten seconds.</summary>
    public static LeaseOptions Default { get; } = new(Duration.FromSeconds(10));
}
