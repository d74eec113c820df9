namespace WalkBuddyBot.BotFramework;

/// <summary>Which web-chat conversations have a page open on this node.</summary>
public interface IOpenPages
{
    /// <summary>Whether at least one page shows the conversation just now.</summary>
    bool AnyOpen(string conversationId);
}
