using System.Collections.Concurrent;
using System.Threading.Channels;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>A bot that says what the test wants, and runs each activity once as the contract asks.</summary>
internal sealed class ScriptedBot(InMemoryStores stores, Func<IActivitySink> sink) : IInboundActivities
{
    private readonly Channel<BotActivity> _ended = Channel.CreateUnbounded<BotActivity>();

    /// <summary>What was handed over, repeats too, in order.</summary>
    public ConcurrentQueue<BotActivity> Handed { get; } = new();

    /// <summary>What each turn waits for before it is committed.</summary>
    public Func<BotActivity, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What is answered when the caller wants the replies themselves.</summary>
    public Func<BotActivity, InboundAnswer> Urgent { get; set; } = _ => InboundAnswer.Ok;

    /// <summary>The words for a message whose turn cannot be stored; null where the turn goes on as usual.</summary>
    public Func<BotActivity, InboundAnswer?> Unstored { get; set; } = _ => null;

    public static ConversationReference To(BotActivity activity) => new()
    {
        Sink = "directline",
        ChannelId = "webchat",
        Conversation = activity.Conversation!,
        User = activity.From,
    };

    public async Task<InboundAnswer> HandleAsync(BotActivity activity, string sinkName, CancellationToken cancellationToken)
    {
        Handed.Enqueue(activity);
        if (activity.DeliveryMode == "expectReplies")
        {
            return Urgent(activity);
        }

        await Before(activity);
        if (Unstored(activity) is { } unstored)
        {
            return unstored;
        }

        if (stores.Finish(activity.Key!))
        {
            var reply = new BotActivity
            {
                Type = ActivityTypes.Message,
                Text = activity.Text is null ? "Hello." : "You said: " + activity.Text,
                ReplyToId = activity.Id,
            };
            await sink().SendAsync(To(activity), reply, activity.Key + "|reply", cancellationToken);
        }

        _ended.Writer.TryWrite(activity);
        return InboundAnswer.Ok;
    }

    /// <summary>The next turn that ended well.</summary>
    public Task<BotActivity> EndedAsync() => _ended.Reader.ReadAsync().AsTask().WaitAsync(WebChat.Guard);
}
