using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>
/// Hands over the words of an alarm that nothing could store: straight to the sink, since an emergency or crisis reply needs no memory.
/// </summary>
internal sealed class UnstoredReplies(IEnumerable<IActivitySink> sinks)
{
    public async Task<bool> TrySayAsync(BotActivity asked, IReadOnlyList<BotActivity> replies, CancellationToken cancellationToken)
    {
        if (sinks.FirstOrDefault(sink => sink.Name == ConnectorSinkName.Value) is not { } sink)
        {
            return false;
        }

        for (var i = 0; i < replies.Count; i++)
        {
            if (await sink.SendAsync(Whence(asked), replies[i], $"{asked.Key}|unstored|{i}", cancellationToken) is not SinkOutcome.Accepted)
            {
                return false;
            }
        }

        return true;
    }

    private static ConversationReference Whence(BotActivity asked) => new()
    {
        Sink = ConnectorSinkName.Value,
        ChannelId = asked.ChannelId!,
        ServiceUrl = asked.ServiceUrl,
        Conversation = asked.Conversation!,
        Bot = asked.Recipient,
        User = asked.From,
        Locale = asked.Locale,
    };
}
