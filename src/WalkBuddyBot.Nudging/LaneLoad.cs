using NodaTime;

namespace WalkBuddyBot.Nudging;

/// <summary>What a preview asks of one lane.</summary>
/// <param name="Lane">A tenant, or our own web chat.</param>
/// <param name="Peak">The most that go out in one second.</param>
/// <param name="PeakAt">That second.</param>
/// <param name="Worst">The crowd whose last waits longest; null where there is no pacing.</param>
/// <param name="TooLate">How many would come later than their grace, and be dropped.</param>
public sealed record LaneLoad(string Lane, int Peak, Instant PeakAt, Crowd? Worst, int TooLate);
