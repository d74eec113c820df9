using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Preview;

/// <summary>What a nudge of a person follows from: the wish in words, and what the clocks do to the time asked for.</summary>
internal sealed class Rules(PersonFacts facts, IDateTimeZoneProvider zones)
{
    private readonly Dictionary<ScheduleId, string> _words = [];

    public PersonId Person => facts.Person.Id;

    public DateTimeZone Zone { get; } = facts.Person.ZoneOrUtc(zones);

    public string Words(Nudge nudge)
    {
        if (nudge.Slot.Again > 0)
        {
            return "snoozed";
        }

        // The same words for each of its many slots.
        if (!_words.TryGetValue(nudge.Slot.Schedule, out var words))
        {
            words = facts.ScheduleOf(nudge) is { } schedule ? SpokenWish.Of(schedule.When, Zone) : "planned before";
            _words.Add(nudge.Slot.Schedule, words);
        }

        return words;
    }

    // A snooze and "in 30 minutes" are instants: no change of the clocks moves them.
    public ClockMark Clocks(Nudge nudge) =>
        nudge.Slot.Again > 0 || facts.ScheduleOf(nudge) is null or { When: Recurrence.After }
            ? ClockMark.None
            : Zone.MapLocal(nudge.Slot.At).Count switch
            {
                0 => ClockMark.Skipped,
                2 => ClockMark.FirstOfTwo,
                _ => ClockMark.None,
            };
}
