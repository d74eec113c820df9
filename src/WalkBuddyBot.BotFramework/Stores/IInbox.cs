using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>
/// What came in and must be run once. The row's text is erased when its turn is committed; the row stays as the memory of the answer.
/// </summary>
public interface IInbox
{
    /// <summary>
    /// Takes an activity that has no transcript row (see <see cref="IConversationStore.PostAsync"/> for those that have).
    /// </summary>
    /// <returns>False when its key is there already.</returns>
    Task<bool> ReceiveAsync(BotActivity activity, string sink, CancellationToken cancellationToken);

    /// <summary>Activities whose turn was never committed, oldest first.</summary>
    Task<IReadOnlyList<Unfinished>> UnfinishedAsync(int most, CancellationToken cancellationToken);
}
