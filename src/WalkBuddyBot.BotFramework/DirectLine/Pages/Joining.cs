namespace WalkBuddyBot.BotFramework.DirectLine.Pages;

/// <summary>Whether one more page was taken in.</summary>
internal enum Joining
{
    /// <summary>It was.</summary>
    Joined,

    /// <summary>The conversation has as many pages as it may have.</summary>
    FullConversation,

    /// <summary>All conversations together have as many as there may be.</summary>
    FullHouse,
}
