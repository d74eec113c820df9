using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;
using WalkBuddyBot.BotFramework.Turns;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>Runs the bot for what channels posted, while they wait for the answer.</summary>
internal sealed class ConnectorTurns(
    TurnServices services, UnstoredReplies unstored, IOptions<MessagesOptions> options, ILogger<ConnectorTurns> logger)
    : InboxTurns(services, logger)
{
    private static readonly InboundAnswer Failed = new(500, Body: null, Replies: []);

    private readonly TurnServices _services = services;

    protected override string Sink => ConnectorSinkName.Value;

    // A turn waits for its channel's connector, so many may wait side by side.
    protected override int AtOnce => 128;

    protected override bool IsOn => options.Value.Mode != InboundMode.Off;

    protected override Task<bool> TrySayAsync(
        BotActivity activity, IReadOnlyList<BotActivity> replies, CancellationToken cancellationToken) =>
        unstored.TrySayAsync(activity, replies, cancellationToken);

    // Most turns were committed with their answer. What meant nothing to the bot, or failed for good, ends here, or the sweep would find it.
    protected override async Task SettleAsync(BotActivity activity, InboundAnswer answer, CancellationToken cancellationToken)
    {
        if (await _services.Inbox.FindAsync(activity.Key!, cancellationToken) is { Done: false })
        {
            await _services.Inbox.CloseAsync(activity.Key!, KeptAnswer.Write(answer), cancellationToken);
        }
    }

    // Whoever pressed was told that it failed; to do it after all, later, would be a surprise.
    protected override InboundAnswer? AnswerTo(Exception failure, BotActivity activity) =>
        activity.Type == ActivityTypes.Invoke ? Failed : null;
}
