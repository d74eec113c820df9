using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>A slot and the instant it falls on.</summary>
/// <param name="Slot">The ledger's key.</param>
/// <param name="Due">When, by the zone data at hand.</param>
/// <param name="Shifted">Whether the clocks skip the time asked for that day, so that it comes at the first moment after the gap.</param>
public sealed record PlannedSlot(Slot Slot, Instant Due, bool Shifted);
