using NodaTime;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>A while in which no page asked for a conversation.</summary>
/// <param name="Since">When one last did.</param>
/// <param name="Until">Now.</param>
/// <param name="Missed">How many nudges came meanwhile.</param>
/// <param name="UserId">The visitor.</param>
public sealed record Absence(Instant Since, Instant Until, int Missed, string UserId);
