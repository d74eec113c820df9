using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>Sends through the channel's connector, to the service URL of the stored reference.</summary>
internal sealed class ConnectorSink(ConnectorClient client, IConnectorHosts hosts) : IActivitySink
{
    public string Name => ConnectorSinkName.Value;

    public Task<SinkOutcome> SendAsync(
        ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken) =>
        SendAsync(to, activity, outgoing, static () => true, cancellationToken);

    public async Task<SinkOutcome> SendAsync(
        ConversationReference to, BotActivity activity, string outgoing, Func<bool> mayBegin, CancellationToken cancellationToken)
    {
        if (ConnectorPlace.Of(to, hosts) is not { } place)
        {
            return NoPlace;
        }

        var said = Outbound.Of(activity, to);
        if (said.ReplyToId is { } asked)
        {
            var answer = await client.ReplyAsync(place, asked, said, mayBegin, cancellationToken);
            if (!IsGone(answer))
            {
                return ConnectorOutcomes.Of(answer, repeatable: false);
            }
        }

        var sent = await client.SendAsync(place, said with { ReplyToId = null }, mayBegin, cancellationToken);
        return ConnectorOutcomes.Of(sent, repeatable: false);
    }

    public async Task<SinkOutcome> UpdateAsync(
        ConversationReference to,
        BotActivity activity,
        string replaces,
        string? replacesActivityId,
        string outgoing,
        CancellationToken cancellationToken)
    {
        if (ConnectorPlace.Of(to, hosts) is not { } place)
        {
            return NoPlace;
        }

        // A card whose id was never told, that was deleted there, or a channel that draws nothing anew: the words are said as new, or the person would see nothing happen.
        if (!ConnectorPlace.IsId(replacesActivityId))
        {
            return await SendAsync(to, activity, outgoing, cancellationToken);
        }

        var drawn = Outbound.Of(activity, to) with { ReplyToId = null };
        var answer = await client.UpdateAsync(place, replacesActivityId!, drawn, cancellationToken);
        return IsGone(answer) || answer is ConnectorAnswer.Refused { Status: 405 or 501 }
            ? await SendAsync(to, activity, outgoing, cancellationToken)
            : ConnectorOutcomes.Of(answer, repeatable: true);
    }

    private static SinkOutcome.Refused NoPlace => new("no connector that may be called");

    // Some say 404 and not of what. If it was the conversation, the next request learns so.
    private static bool IsGone(ConnectorAnswer answer) =>
        answer is ConnectorAnswer.Refused { Status: 404, Code: ErrorCodes.NoActivity or null };
}
