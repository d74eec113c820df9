using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Preview;

/// <summary>What a nudge of a person follows from: the wish in words, and what the clocks do to the time asked for.</summary>
internal sealed class Rules(PersonFacts facts, IDateTimeZoneProvider zones)
{
    private readonly Dictionary<ScheduleId, string> _words = [];

    public PersonId Person => facts.Person.Id;

    public DateTimeZone Zone { get; } = facts.Person.ZoneOrUtc(zones);

    /// <summary>Whose pace they keep as they stand.</summary>
    public string Lane { get; } =
        facts.Person.Addresses.FirstOrDefault(address => address.Id == facts.Person.NudgeAt)?.Lane ?? Address.WebLane;

    public string Words(ForeseenSlot slot)
    {
        if (slot.Why == SlotReason.Snoozed)
        {
            return "snoozed";
        }

        if (slot.Schedule is not { } schedule)
        {
            return "planned before";
        }

        // The same words for each of its many slots.
        if (!_words.TryGetValue(schedule.Id, out var words))
        {
            _words.Add(schedule.Id, words = SpokenWish.Of(schedule.When, Zone));
        }

        return words;
    }

    // A snooze and "in 30 minutes" are instants: no change of the clocks moves them.
    public ClockMark Clocks(ForeseenSlot slot) => slot is { Why: SlotReason.Snoozed } or { Schedule: null or { When: Recurrence.After } }
        ? ClockMark.None
        : Zone.MapLocal(slot.Slot.Slot.At).Count switch
        {
            0 => ClockMark.Skipped,
            2 => ClockMark.FirstOfTwo,
            _ => ClockMark.None,
        };
}
