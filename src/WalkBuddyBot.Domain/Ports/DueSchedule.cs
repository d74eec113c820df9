namespace WalkBuddyBot.Domain;

/// <summary>A schedule whose slot has come.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="To">Where nudges go.</param>
/// <param name="Zone">The person's IANA zone.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="Slot">The slot that has come.</param>
public sealed record DueSchedule(PersonId Person, Address To, string Zone, Schedule Schedule, PlannedSlot Slot);
