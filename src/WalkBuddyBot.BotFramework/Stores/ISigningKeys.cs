namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>The keys that sign web-chat tokens, shared by all nodes and kept over restarts.</summary>
public interface ISigningKeys
{
    /// <summary>All keys, newest first.</summary>
    Task<IReadOnlyList<SigningKey>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Adds a key unless there is one already; answers the newest there is. Two nodes that start together agree on one.</summary>
    Task<SigningKey> AddFirstAsync(SigningKey key, CancellationToken cancellationToken);
}
