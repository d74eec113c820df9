using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>The conversation references, one an address.</summary>
public interface IReferences
{
    /// <summary>Keeps the newest reference of an address; cheap when nothing changed.</summary>
    Task SaveAsync(string address, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>The reference of an address, or null.</summary>
    Task<ConversationReference?> FindAsync(string address, CancellationToken cancellationToken);
}
