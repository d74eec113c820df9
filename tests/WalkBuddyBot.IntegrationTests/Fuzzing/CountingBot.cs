using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>The real bot, with a count of what reaches it.</summary>
internal sealed class CountingBot(IInboundActivities bot, Func<int> count) : IInboundActivities
{
    public Task<InboundAnswer> HandleAsync(BotActivity activity, string sink, CancellationToken cancellationToken)
    {
        count();
        return bot.HandleAsync(activity, sink, cancellationToken);
    }
}
