using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Passes over slots that are still to come.</summary>
internal static class Passing
{
    /// <summary>
    /// The person with the slots of <paramref name="date"/> passed over, or with <paramref name="next"/> alone where no date is named; null
    /// where that cannot be said without passing over an earlier slot too, or where the day holds none.
    /// </summary>
    public static Person? Over(Person person, IDateTimeZoneProvider zones, Instant now, LocalDate? date, PlannedSlot next)
    {
        var passed = false;
        var schedules = person.Schedules.ToBuilder();
        for (var i = 0; i < schedules.Count; i++)
        {
            while (Planning.Next(person, schedules[i], zones, now) is { } slot && Meant(slot))
            {
                if (date is { } day && slot.Slot.At.Date < day)
                {
                    return null;
                }

                passed = true;
                schedules[i] = schedules[i] with { DoneThrough = slot.Slot.At };
            }
        }

        return passed ? person with { Schedules = schedules.ToImmutable() } : null;

        bool Meant(PlannedSlot slot) => date is { } day ? slot.Slot.At.Date <= day : slot.Slot == next.Slot;
    }
}
