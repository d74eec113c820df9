using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine.Pages;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>Sends into our own web chat: into the transcript, and from there to the pages that are open.</summary>
internal sealed class DirectLineSink(IConversationStore store, OpenPages pages) : IActivitySink
{
    private static readonly TimeSpan StoreAway = TimeSpan.FromSeconds(1);

    public string Name => BotAccount.Sink;

    public bool KnowsRepeats => true;

    public async Task<SinkOutcome> SendAsync(
        ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken)
    {
        if (to.Conversation.Id is not { } conversation)
        {
            return new SinkOutcome.Refused("the reference names no conversation");
        }

        return await TryAsync(async () =>
            await store.AppendAsync(conversation, Addressed(activity, to), outgoing, pages.AnyOpen(conversation), cancellationToken)
                    is { } stored
                ? Shown(conversation, stored)
                : new SinkOutcome.Gone("the conversation is gone"));
    }

    public async Task<SinkOutcome> UpdateAsync(
        ConversationReference to,
        BotActivity activity,
        string replaces,
        string? replacesActivityId,
        string outgoing,
        CancellationToken cancellationToken)
    {
        if (to.Conversation.Id is not { } conversation)
        {
            return new SinkOutcome.Refused("the reference names no conversation");
        }

        return await TryAsync(async () =>
        {
            if (await store.ReplaceAsync(conversation, Addressed(activity, to), replaces, outgoing, cancellationToken) is { } stored)
            {
                return Shown(conversation, stored);
            }

            return await store.FindAsync(conversation, cancellationToken) is null
                ? new SinkOutcome.Gone("the conversation is gone")
                : new SinkOutcome.Refused("the older activity is no longer kept");
        });
    }

    /// <summary>As the bot says it: who speaks to whom and where. Id and timestamp come from the transcript.</summary>
    internal static BotActivity Addressed(BotActivity activity, ConversationReference to) => activity with
    {
        Id = null,
        Timestamp = null,
        ChannelId = BotAccount.Channel,
        ServiceUrl = null,
        From = BotAccount.Bot,
        Recipient = to.User,
        Conversation = new ConversationAccount { Id = to.Conversation.Id },
        DeliveryMode = null,
    };

    private static async Task<SinkOutcome> TryAsync(Func<Task<SinkOutcome>> send)
    {
        try
        {
            return await send();
        }
        catch (StoreUnavailableException)
        {
            return new SinkOutcome.Later(StoreAway, "the store is away");
        }
    }

    private SinkOutcome.Accepted Shown(string conversation, StoredActivity stored)
    {
        pages.Ring(conversation);
        return new SinkOutcome.Accepted(stored.Activity.Id);
    }
}
