using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>One standing wish to be nudged.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What the nudges are for.</param>
/// <param name="When">When they come.</param>
/// <param name="DoneThrough">
/// The local time of the last slot that was planned or passed over; slots at or before it never come again. A new recurring schedule
/// starts with the local time of its making; one-offs start at <see cref="LocalDateTime.MinIsoValue"/>.
/// </param>
public sealed record Schedule(ScheduleId Id, NudgeKind Kind, Recurrence When, LocalDateTime DoneThrough)
{
    /// <summary>
    /// The first slot that is after <see cref="DoneThrough"/> and due strictly later than <paramref name="after"/>; null when there is
    /// none.
    /// </summary>
    /// <param name="zone">The person's zone.</param>
    /// <param name="after">Exclusive lower bound of the due instant.</param>
    public PlannedSlot? Next(DateTimeZone zone, Instant after) => SlotRule.Next(this, zone, after);
}
