using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>How fast a lane may send, all nodes together: permits from one row a lane, evenly spaced on the database's clock.</summary>
public interface IPace
{
    /// <summary>Takes up to <paramref name="most"/> permits of a lane; 0 when it must wait.</summary>
    Task<int> TakeAsync(string lane, int most, CancellationToken cancellationToken);

    /// <summary>Nothing in this lane for so long: a channel's Retry-After, which holds for every node.</summary>
    Task HoldAsync(string lane, Duration retryAfter, CancellationToken cancellationToken);
}
