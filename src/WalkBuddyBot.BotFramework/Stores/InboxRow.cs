namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>How something that came in stands.</summary>
/// <param name="Done">Whether its turn was committed or closed.</param>
/// <param name="Answer">What the channel was answered, where that was kept.</param>
public sealed record InboxRow(bool Done, string? Answer);
