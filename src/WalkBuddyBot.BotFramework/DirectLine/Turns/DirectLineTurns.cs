using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine.Pages;
using WalkBuddyBot.BotFramework.Turns;

namespace WalkBuddyBot.BotFramework.DirectLine.Turns;

/// <summary>Runs the bot for what visitors posted, after they were answered.</summary>
internal sealed class DirectLineTurns(
    TurnServices services,
    Unstored unstored,
    IOptions<DirectLineOptions> options,
    IHostEnvironment environment,
    ILogger<DirectLineTurns> logger) : InboxTurns(services, logger)
{
    protected override string Sink => BotAccount.Sink;

    protected override int AtOnce => 16;

    protected override bool IsOn => options.Value.IsOn(environment);

    protected override Task<bool> TrySayAsync(
        BotActivity activity, IReadOnlyList<BotActivity> replies, CancellationToken cancellationToken)
    {
        if (!unstored.CanShow(activity))
        {
            return Task.FromResult(false);
        }

        unstored.Show(activity, replies);
        return Task.FromResult(true);
    }
}
