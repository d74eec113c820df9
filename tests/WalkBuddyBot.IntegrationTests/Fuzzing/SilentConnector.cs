using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>Takes every reply, as text too, since what cannot be written could not be sent.</summary>
internal sealed class SilentConnector : IActivitySink
{
    public string Name => ConnectorSinkName.Value;

    public Task<SinkOutcome> SendAsync(ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken)
    {
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(activity, WireJson.Default.BotActivity);
        return Task.FromResult<SinkOutcome>(new SinkOutcome.Accepted(outgoing));
    }

    public Task<SinkOutcome> UpdateAsync(
        ConversationReference to, BotActivity activity, string replaces, string? replacesActivityId, string outgoing,
        CancellationToken cancellationToken) => SendAsync(to, activity, outgoing, cancellationToken);
}
