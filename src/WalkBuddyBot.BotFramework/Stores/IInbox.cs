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

    /// <summary>How an activity stands; null when its key is not there.</summary>
    Task<InboxRow?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a row whose turn had nothing to commit: its text is erased, its answer kept. A row that is done stays as it is.
    /// </summary>
    Task CloseAsync(string key, string? answer, CancellationToken cancellationToken);

    /// <summary>Activities whose turn was never committed and whose answers go to one sink, oldest first.</summary>
    Task<IReadOnlyList<Unfinished>> UnfinishedAsync(string sink, int most, CancellationToken cancellationToken);
}
