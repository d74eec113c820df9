namespace WalkBuddyBot.Domain;

/// <summary>What becomes of a due schedule.</summary>
/// <param name="Row">The outgoing row: waiting, or dropped with its reason so that it is counted.</param>
/// <param name="After">The schedule with its slot done.</param>
/// <param name="Next">The next slot; null when used up.</param>
public sealed record PlanStep(Outgoing Row, Schedule After, PlannedSlot? Next);
