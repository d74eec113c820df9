namespace WalkBuddyBot.Domain;

/// <summary>What makes an outgoing message a nudge.</summary>
/// <param name="Slot">The slot it fills: the ledger's key.</param>
/// <param name="Kind">The kind as sent: a check-in may take a walk's slot.</param>
/// <param name="Tip">The id of the tip it carries, once composed.</param>
/// <param name="Answer">What the person did with it.</param>
public sealed record Nudge(Slot Slot, NudgeKind Kind, string? Tip, NudgeAnswer? Answer);
