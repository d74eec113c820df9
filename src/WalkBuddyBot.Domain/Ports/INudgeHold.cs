using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>An operator's hold over all nudges. Kept in the memory, so that it outlives a restart and every node obeys it.</summary>
public interface INudgeHold
{
    /// <summary>Since when nudges are held; null while they go out.</summary>
    Task<Instant?> SinceAsync(CancellationToken cancellationToken);

    /// <summary>Holds them from now on. One that is held already keeps its beginning.</summary>
    Task HoldAsync(CancellationToken cancellationToken);

    /// <summary>Lets them go again.</summary>
    Task ReleaseAsync(CancellationToken cancellationToken);

    /// <summary>Drops what waits and came too late meanwhile, so that it is counted now and stands in nobody's way later.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was dropped.</returns>
    Task<IReadOnlyList<Outgoing>> DropLateAsync(int most, CancellationToken cancellationToken);
}
