using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>A slot that lies ahead, why it comes then, and what holds it back if anything does.</summary>
/// <param name="Slot">The slot; its due instant is the time to show.</param>
/// <param name="Kind">What the nudge is for.</param>
/// <param name="Schedule">The reminder it follows from; null where that was removed after the slot was planned.</param>
/// <param name="Why">Why it comes then.</param>
/// <param name="Place">When its turn is: the due instant, and the person's <see cref="Spread"/>.</param>
/// <param name="HeldBy">
/// What keeps it back: a <see cref="DropReasons"/> of a gate, or the standing (<c>paused</c>, <c>alarm</c>, <c>stopped</c>,
/// <c>leaving</c>); null when it comes.
/// </param>
/// <param name="Planned">
/// Whether it becomes a row of the ledger, sent or dropped. What is paused, stopped or left out does not.
/// </param>
public sealed record ForeseenSlot(
    PlannedSlot Slot, NudgeKind Kind, Schedule? Schedule, SlotReason Why, Instant Place, string? HeldBy, bool Planned);
