namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>What a node asks and notes for all conversations whose pages are open there, many in one go.</summary>
public interface IOpenConversations
{
    /// <summary>The watermark after everything there is, of those that exist.</summary>
    Task<IReadOnlyDictionary<string, long>> WatermarksAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken);

    /// <summary>Notes that pages look at them just now, where that was not noted in the last half minute.</summary>
    Task LookedAtAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken);
}
