using NodaTime;

namespace WalkBuddyBot.Nudging;

/// <summary>Nudges that queue at a lane's door, from the first until the queue is empty again.</summary>
/// <param name="From">The second it begins.</param>
/// <param name="Queue">The most that wait at once.</param>
/// <param name="LastOut">When its last has had its turn.</param>
/// <param name="Wait">The longest that one of them waits.</param>
public sealed record Crowd(Instant From, int Queue, Instant LastOut, Duration Wait);
