using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.EndToEnd.Crash;

internal sealed class CrashingConversations(IConversationStore inner, string point) : IConversationStore
{
    private bool _posted;

    public Task<bool> CreateAsync(WebConversation conversation, CancellationToken cancellationToken) => inner.CreateAsync(conversation, cancellationToken);

    public Task<WebConversation?> FindAsync(string id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<WebConversation?> NewestOfAsync(string userId, CancellationToken cancellationToken) => inner.NewestOfAsync(userId, cancellationToken);

    public Task<BotActivity?> ReturnedAsync(string id, Func<Absence, BotActivity?> tell, CancellationToken cancellationToken) =>
        inner.ReturnedAsync(id, tell, cancellationToken);

    public Task SeenAsync(string id, CancellationToken cancellationToken) => inner.SeenAsync(id, cancellationToken);

    public async Task<StoredActivity> PostAsync(
        string conversationId, BotActivity activity, string? clientActivityId, bool toRun, CancellationToken cancellationToken)
    {
        var stored = await inner.PostAsync(conversationId, activity, clientActivityId, toRun, cancellationToken);
        _posted = true;
        CrashHost.DieAt(CrashPoint.AfterInbox, point);
        return stored;
    }

    public async Task<StoredActivity?> AppendAsync(string conversationId, BotActivity activity, string outgoing, bool shown, CancellationToken cancellationToken)
    {
        var stored = await inner.AppendAsync(conversationId, activity, outgoing, shown, cancellationToken);
        if (activity.Attachments is { Count: > 0 })
        {
            CrashHost.DieAt(CrashPoint.AfterNudgeAppend, point);
        }

        if (_posted)
        {
            CrashHost.DieAt(CrashPoint.AfterReplyAppend, point);
        }

        return stored;
    }

    public Task<StoredActivity?> ReplaceAsync(
        string conversationId, BotActivity activity, string replaces, string outgoing, CancellationToken cancellationToken) =>
        inner.ReplaceAsync(conversationId, activity, replaces, outgoing, cancellationToken);

    public Task<IReadOnlyList<StoredActivity>> ReadAsync(string conversationId, long after, int most, CancellationToken cancellationToken) =>
        inner.ReadAsync(conversationId, after, most, cancellationToken);

    public Task<long> WatermarkAsync(string conversationId, CancellationToken cancellationToken) => inner.WatermarkAsync(conversationId, cancellationToken);

    public Task<long> WatermarkBeforeNewestAsync(string conversationId, int most, CancellationToken cancellationToken) =>
        inner.WatermarkBeforeNewestAsync(conversationId, most, cancellationToken);

    public Task<int> TrimAsync(Instant before, CancellationToken cancellationToken) => inner.TrimAsync(before, cancellationToken);
}
