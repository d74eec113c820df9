using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework;

/// <summary>The door in: what the channels bring.</summary>
public interface IInboundActivities
{
    /// <summary>
    /// Runs one activity to its end: understood, committed, answered. An activity whose <see cref="BotActivity.Key"/> was answered
    /// before gets the first answer and has no second effect.
    /// </summary>
    /// <param name="activity">Trusted as to who sent it; everything else in it is the client's word.</param>
    /// <param name="sink">The name of the sink that answers go to.</param>
    /// <param name="cancellationToken">Ends the wait; what was committed stays.</param>
    /// <exception cref="StoreUnavailableException">The activity could not be run now; it stays in the inbox.</exception>
    Task<InboundAnswer> HandleAsync(BotActivity activity, string sink, CancellationToken cancellationToken);
}
