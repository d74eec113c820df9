using NodaTime;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>
/// "Move the 4pm to 5": of the two fives the one close by. Where neither is close to what is there, it is asked, never guessed.
/// </summary>
internal static class HalfMeant
{
    private static readonly Duration Close = Duration.FromHours(3);

    /// <summary>The words with the half of the day settled; null where it must be asked for.</summary>
    /// <param name="slots">The words.</param>
    /// <param name="there">The times there are.</param>
    /// <param name="isPast">Whether a time has passed for good.</param>
    public static Slots? Settle(Slots slots, IReadOnlyList<LocalTime> there, Func<LocalTime, bool> isPast)
    {
        if (slots.ToTime is not { } time || !(slots.Open.Contains(time) || slots.Open.IsEmpty))
        {
            return slots;
        }

        LocalTime[] halves = [.. new[] { time, time.PlusHours(12) }.Where(half => !isPast(half))];
        LocalTime[] near = [.. halves.Where(half => there.Any(other => IsClose(half, other)))];
        near = halves is [_] ? halves : near;
        return near is [var only] ? slots with { ToTime = only, Open = [] } : null;
    }

    private static bool IsClose(LocalTime one, LocalTime other)
    {
        var apart = (one - other).ToDuration();
        return apart <= Close && apart >= -Close;
    }
}
