namespace WalkBuddyBot.Storage;

/// <summary>The memory's front door: opened once before the server listens, asked for readiness, closed at the end.</summary>
public interface IStorageGate : IAsyncDisposable
{
    /// <summary>Takes the lock, checks the database and brings its schema up to date. A second call does nothing.</summary>
    /// <param name="use">Who opens it.</param>
    /// <param name="cancellationToken">Ends the attempt between its steps.</param>
    /// <exception cref="StorageStartException">It cannot be used; the message says why and what to do.</exception>
    Task OpenAsync(StorageUse use, CancellationToken cancellationToken);

    /// <summary>Whether the database answers and how its schema stands. Never throws for what a database does.</summary>
    Task<StorageHealth> CheckAsync(CancellationToken cancellationToken);
}
