using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>The reminder was removed after its slot was planned. A snooze was asked for by itself and still comes.</summary>
internal sealed class RemovedGate : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now) =>
        nudge.Nudge is { Slot.Again: 0 } planned && facts.ScheduleOf(planned) is null ? new Verdict.Drop(DropReasons.Removed) : null;
}
