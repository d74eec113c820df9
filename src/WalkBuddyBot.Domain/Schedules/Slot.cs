using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>
/// The ledger's key. It holds no version and no instant, so that neither an edit nor new zone data can make a second one.
/// </summary>
/// <param name="Schedule">The schedule that asked.</param>
/// <param name="At">The local date and time it asked for, before any clock shift (in UTC for <see cref="Recurrence.After"/>).</param>
/// <param name="Again">0 as planned, 1 to 3 when snoozed.</param>
public readonly record struct Slot(ScheduleId Schedule, LocalDateTime At, int Again)
{
    /// <summary>The id of the outgoing message that fills this slot: the same on every node and every run.</summary>
    public OutgoingId OutgoingId => new(DerivedId.From(
        "nudge",
        Schedule.Value.ToString("N"),
        NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(At),
        Again.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
