using NodaTime;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>A key for HMAC-SHA-256.</summary>
/// <param name="Id">The <c>kid</c> of the tokens it signs.</param>
/// <param name="Secret">256 random bits.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record SigningKey(string Id, ReadOnlyMemory<byte> Secret, Instant CreatedAt);
