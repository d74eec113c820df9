using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework;

/// <summary>The door out: hands activities to one kind of channel, each once.</summary>
public interface IActivitySink
{
    /// <summary>Kept with each conversation reference.</summary>
    string Name { get; }

    /// <summary>Whether handing over the same message twice does nothing here: then doubt is settled by sending again.</summary>
    bool KnowsRepeats => false;

    /// <summary>Sends one activity. Never throws for what the channel does.</summary>
    /// <param name="to">Where.</param>
    /// <param name="activity">What; the sink fills id, timestamp, from, recipient and conversation.</param>
    /// <param name="outgoing">Our id of it; where the channel can tell a repeat by it, a repeat does nothing.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SinkOutcome> SendAsync(ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken);

    /// <summary>As above, while <paramref name="mayBegin"/> says at the last moment, before the first byte leaves, that it still may.</summary>
    /// <param name="to">Where.</param>
    /// <param name="activity">What.</param>
    /// <param name="outgoing">Our id of it.</param>
    /// <param name="mayBegin">Whether it may still begin; else the outcome is <see cref="SinkOutcome.NotBegun"/>.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    async Task<SinkOutcome> SendAsync(
        ConversationReference to, BotActivity activity, string outgoing, Func<bool> mayBegin, CancellationToken cancellationToken) =>
        mayBegin() ? await SendAsync(to, activity, outgoing, cancellationToken) : new SinkOutcome.NotBegun();

    /// <summary>Draws an older activity anew, in its place.</summary>
    /// <param name="to">Where.</param>
    /// <param name="activity">What.</param>
    /// <param name="replaces">Our id of the older one.</param>
    /// <param name="replacesActivityId">The channel's id of the older one, if known.</param>
    /// <param name="outgoing">Our id of the update.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SinkOutcome> UpdateAsync(
        ConversationReference to, BotActivity activity, string replaces, string? replacesActivityId, string outgoing,
        CancellationToken cancellationToken);
}
