using NodaTime;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>A conversation of our own web chat.</summary>
/// <param name="Id">128 random bits or more.</param>
/// <param name="UserId">The visitor it belongs to.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="SeenAt">When a page last asked for it.</param>
public sealed record WebConversation(string Id, string UserId, Instant CreatedAt, Instant SeenAt);
