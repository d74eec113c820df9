using WalkBuddyBot.BotFramework;

namespace WalkBuddyBot.Storage;

/// <summary>The database as the ports use it, whichever it is.</summary>
internal interface IStore
{
    /// <summary>Names this process in the leases it holds.</summary>
    string Owner { get; }

    /// <summary>
    /// Whether this process alone has the database, so that whatever a process before it held is void. False where other nodes may be at
    /// work.
    /// </summary>
    bool IsAlone { get; }

    /// <summary>Reads at one moment.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be asked just now.</exception>
    Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken cancellationToken);

    /// <summary>Writes; ends when it is committed. Nothing of it happens unless all does.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be asked just now.</exception>
    Task<T> WriteAsync<T>(WorkClass by, Func<Session, T> write, CancellationToken cancellationToken);

    /// <summary>
    /// After something was erased: overwrites what a log of the database's own still holds of it; false when it could not be done now.
    /// </summary>
    Task<bool> EmptyLogAsync(CancellationToken cancellationToken);
}
