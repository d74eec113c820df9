using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>One nudge on the way through the days ahead.</summary>
/// <param name="Row">Its row, there already or as it would be planned.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Schedule">The reminder, if it is still there.</param>
/// <param name="Why">Why it comes then.</param>
/// <param name="At">When its turn is.</param>
/// <param name="Waits">Whether the row is there already.</param>
internal sealed record Ahead(Outgoing Row, PlannedSlot Slot, Schedule? Schedule, SlotReason Why, Instant At, bool Waits)
{
    /// <summary>Of a slot still to be planned. How long it could be late is nobody's question here.</summary>
    public static Ahead Of(Person person, Address home, Schedule schedule, PlannedSlot slot)
    {
        var place = slot.Due + Spread.Of(person.Id, schedule.When, slot.Slot.At);
        var row = Outgoing.NudgeFor(person.Id, home, slot.Slot, schedule.Kind, place, Duration.Zero);
        return new(row, slot, schedule, slot.Shifted ? SlotReason.ClockChange : SlotReason.Asked, place, Waits: false);
    }

    /// <summary>Of a row that waits for its turn; what is due goes at once.</summary>
    public static Ahead Of(PersonFacts facts, Outgoing row, Instant now)
    {
        var nudge = row.Nudge!;
        var slot = new PlannedSlot(nudge.Slot, row.NotBefore - Spread.Of(facts, row), Shifted: false);
        var why = nudge.Slot.Again > 0 ? SlotReason.Snoozed : SlotReason.Asked;
        return new(row, slot, facts.ScheduleOf(nudge), why, Instant.Max(row.NotBefore, now), Waits: true);
    }
}
