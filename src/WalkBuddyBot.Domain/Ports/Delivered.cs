using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>How a delivery ended.</summary>
/// <param name="Row">The row as it is to be settled.</param>
/// <param name="LaneWaits">How long the channel asks everything of this lane to wait; null where it does not.</param>
public sealed record Delivered(Outgoing Row, Duration? LaneWaits);
