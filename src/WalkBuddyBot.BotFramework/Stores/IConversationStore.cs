using NodaTime;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>
/// The transcripts of our own web chat. Ids, timestamps and watermarks are given under the conversation's own lock: strictly rising
/// within a conversation, never reset. An activity's id is <c>{conversation}|{sequence, seven digits}</c>.
/// </summary>
public interface IConversationStore
{
    /// <summary>Adds a conversation; false when its id is there already (and nothing changes).</summary>
    Task<bool> CreateAsync(WebConversation conversation, CancellationToken cancellationToken);

    /// <summary>One by its id, or null.</summary>
    Task<WebConversation?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The newest of a visitor, or null.</summary>
    Task<WebConversation?> NewestOfAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Notes that a page asked for it just now.</summary>
    Task SeenAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// A page asked for it after a while: notes that, and in the same commit takes what the visit gives rise to into the inbox. Once: what
    /// was missed is missed by one visit only.
    /// </summary>
    /// <param name="id">The conversation.</param>
    /// <param name="tell">What follows; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was taken into the inbox, to be run.</returns>
    Task<BotActivity?> ReturnedAsync(string id, Func<Absence, BotActivity?> tell, CancellationToken cancellationToken);

    /// <summary>
    /// Takes what a visitor posted: the transcript's row and the inbox row (under <see cref="BotActivity.Key"/>) in one commit. The same
    /// client activity id again adds nothing and answers the first row.
    /// </summary>
    /// <param name="conversationId">An existing conversation.</param>
    /// <param name="activity">Cleaned; id and timestamp are filled in here.</param>
    /// <param name="clientActivityId">The client's own id (<c>channelData.clientActivityID</c>), if it sent one.</param>
    /// <param name="toRun">Whether the bot has something to do with it: then there is an inbox row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Nothing was stored.</exception>
    Task<StoredActivity> PostAsync(
        string conversationId, BotActivity activity, string? clientActivityId, bool toRun, CancellationToken cancellationToken);

    /// <summary>
    /// Adds what the bot says. The same outgoing id again adds nothing and answers the first row. Null when the conversation is gone, or
    /// whom it was for.
    /// </summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activity">What is said.</param>
    /// <param name="outgoing">Our own id of it.</param>
    /// <param name="shown">
    /// Whether a page is open. Of nudges that come while none is, only the newest of a kind stays, and they are counted as missed.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<StoredActivity?> AppendAsync(
        string conversationId, BotActivity activity, string outgoing, bool shown, CancellationToken cancellationToken);

    /// <summary>
    /// Draws an older activity anew: it keeps its sequence and id, and takes a new place in the order of changes. The same outgoing id
    /// again changes nothing. Null when the conversation or the older activity is gone.
    /// </summary>
    Task<StoredActivity?> ReplaceAsync(
        string conversationId, BotActivity activity, string replaces, string outgoing, CancellationToken cancellationToken);

    /// <summary>What changed after a watermark, in the order of changes.</summary>
    Task<IReadOnlyList<StoredActivity>> ReadAsync(string conversationId, long after, int most, CancellationToken cancellationToken);

    /// <summary>The watermark after everything there is; 0 for an empty conversation.</summary>
    Task<long> WatermarkAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// The watermark from which the newest <paramref name="most"/> activities follow: a long history is not replayed whole.
    /// </summary>
    Task<long> WatermarkBeforeNewestAsync(string conversationId, int most, CancellationToken cancellationToken);

    /// <summary>Removes activities older than an instant; the order of changes goes on from where it was.</summary>
    Task<int> TrimAsync(Instant before, CancellationToken cancellationToken);
}
