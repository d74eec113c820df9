using System.Collections.Concurrent;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary>A connector that takes everything and remembers it.</summary>
internal sealed class ListeningSink : IActivitySink
{
    public string Name => ConnectorSinkName.Value;

    public ConcurrentQueue<(ConversationReference To, BotActivity Activity)> Sent { get; } = new();

    public SinkOutcome Outcome { get; set; } = new SinkOutcome.Accepted("1");

    public Task<SinkOutcome> SendAsync(ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken)
    {
        Sent.Enqueue((to, activity));
        return Task.FromResult(Outcome);
    }

    public Task<SinkOutcome> UpdateAsync(
        ConversationReference to, BotActivity activity, string replaces, string? replacesActivityId, string outgoing,
        CancellationToken cancellationToken) => SendAsync(to, activity, outgoing, cancellationToken);
}
