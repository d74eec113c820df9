using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Answers to "morning or evening?" where each day has times of its own.</summary>
internal static class PerDays
{
    /// <summary>The days with those times in the late half that were meant so.</summary>
    public static ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<LocalTime>> InHalf(Slots kept, Func<LocalTime, bool> late) =>
        kept.PerDay.ToImmutableSortedDictionary(
            day => day.Key,
            day => day.Value.Select(time => late(time) ? time.PlusHours(12) : time).Order().ToImmutableArray());

    /// <summary>"7am and 8pm": each open time said again with its half; asked again when one is not. Null when it is no answer.</summary>
    public static Meaning? Named(Message message, Slots kept)
    {
        var gathered = Gathered.From(message.Scan);
        if (gathered.Times.IsEmpty || !gathered.Days.IsEmpty || gathered.Date is not null || gathered.EveryMinutes is not null)
        {
            return null;
        }

        var said = gathered.Times.Select(time => time.At).ToList();
        var known = kept.PerDay.Values.SelectMany(times => times).ToList();
        if (!kept.Open.All(open => said.Any(at => at.Certain && Names(at, open))) || said.Any(at => !known.Any(time => Names(at, time))))
        {
            return Meanings.Asking(Intents.SetReminder, Asks.HalfOfDay, kept);
        }

        var days = InHalf(kept, time => time.Hour < 12 && said.Any(at => at.Certain && Names(at, time) && at.Hour >= 12));
        ImmutableArray<LocalTime> times = [.. days.Values.SelectMany(all => all).Distinct().Order()];
        var slots = kept with { PerDay = days, Times = times, Open = [] };
        return slots.Zone is null && message.Zone is null
            ? Meanings.Asking(Intents.SetReminder, Asks.Zone, slots)
            : Meanings.Sure(Intents.SetReminder, slots);
    }

    private static bool Names(ClockReading at, LocalTime open) => at.Hour % 12 == open.Hour % 12 && at.Minute == open.Minute;
}
