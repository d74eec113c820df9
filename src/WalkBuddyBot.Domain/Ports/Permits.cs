using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What the pace of a lane allows.</summary>
/// <param name="Count">How many messages may go; 0 while the next is further off than was asked for.</param>
/// <param name="First">From now until the first of them may go. With none: until it is worth asking again.</param>
/// <param name="Apart">From each to the next; zero where they may go together.</param>
public sealed record Permits(int Count, Duration First, Duration Apart);
