using NodaTime;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>An activity whose turn was never committed.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Sink">The sink its answers go to.</param>
/// <param name="ReceivedAt">When it came in.</param>
public sealed record Unfinished(BotActivity Activity, string Sink, Instant ReceivedAt);
