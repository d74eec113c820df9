using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>How fast a lane may send, all nodes together: permits from one row a lane, evenly spaced on the database's clock.</summary>
public interface IPace
{
    /// <summary>Takes up to <paramref name="most"/> permits of a lane; 0 when it must wait.</summary>
    Task<int> TakeAsync(string lane, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the next permits of a lane, each for a moment of its own: time lost on the way to one is not lost to the lane, and none is
    /// saved up. A store that knows no moments gives those that are free now.
    /// </summary>
    /// <param name="lane">The lane.</param>
    /// <param name="most">At most so many; all of them are used, or lost.</param>
    /// <param name="ahead">The first lies no further ahead than this; while it would, none is given.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    async Task<Permits> ReserveAsync(string lane, int most, Duration ahead, CancellationToken cancellationToken)
    {
        var taken = await TakeAsync(lane, most, cancellationToken);
        return new Permits(taken, taken > 0 ? Duration.Zero : Duration.FromMilliseconds(50), Duration.Zero);
    }

    /// <summary>Nothing in this lane for so long: a channel's Retry-After, which holds for every node.</summary>
    Task HoldAsync(string lane, Duration retryAfter, CancellationToken cancellationToken);
}
