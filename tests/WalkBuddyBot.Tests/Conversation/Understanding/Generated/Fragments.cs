using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Generated;

/// <summary>The fragments that sentences are made of: times, days, dates, lengths, rhythms, stray numbers, and words between
/// them.</summary>
internal static class Fragments
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    /// <summary>What begins a sentence: some wish, or none.</summary>
    public static ImmutableArray<string> Leads { get; } =
    [
        "remind me", "remind me to walk", "set a walk reminder", "nudge me", "", "move my reminder to", "change it to", "make it", "add",
            "snooze", "ask me again",
        "pause", "pause until", "no reminders until", "i walked", "walked", "quiet hours", "no messages", "skip", "my goal is", "remove",
            "change my",
    ];

    /// <summary>Words that say nothing of when.</summary>
    public static ImmutableArray<string> Between { get; } = ["", "", "", "", "and", "please", ",", "then", "or", "but", "to walk", "also",
        "for a walk", "not", "-"];

    /// <summary>All that says something.</summary>
    public static ImmutableArray<Fragment> All { get; } =
    [
        .. Clocks(("9am", 9, 0), ("at 10:30 am", 10, 30), ("at 15:30", 15, 30), ("at noon", 12, 0), ("at midnight", 0, 0), ("7.15pm", 19,
            15), ("at 6 p.m.", 18, 0),
            ("half past six in the evening", 18, 30), ("at quarter to nine in the morning", 8, 45), ("at 21:00", 21, 0),
                ("twenty past two in the afternoon", 14, 20)),
        .. Open(("at 7", 7, 0), ("around 8", 8, 0), ("at half past 6", 6, 30), ("at five to twelve", 11, 55), ("half six", 6, 30),
            ("at 10 o'clock", 10, 0), ("9", 9, 0),
            ("at nine thirty", 9, 30), ("at 1145", 11, 45), ("3ish", 3, 0)),
        .. Days(("on monday", [1]), ("every tuesday", [2]), ("weekdays", [1, 2, 3, 4, 5]), ("mon wed fri", [1, 3, 5]), ("on tue and thu",
            [2, 4]), ("weekends", [6, 7]),
            ("every day", [1, 2, 3, 4, 5, 6, 7]), ("monday to thursday", [1, 2, 3, 4]), ("on sundays", [7]), ("saturday mornings", [6])),
        Except("except friday", 5), Except("but not on mondays", 1),
        Every("every 2 hours", 120), Every("hourly", 60), Every("every 45 min", 45), Every("each hour and a half", 90),
        Window("between 9am and 5pm", 9, 17), Window("from 10:00 to 16:00", 10, 16),
            Window("from 8 in the morning until 8 in the evening", 8, 20),
        Length("for 20 minutes", 20), Length("half an hour", 30), Length("for three quarters of an hour", 45),
            Length("for a hundred and ten minutes", 110),
        Ahead("in 20 minutes", 20), Ahead("in an hour and a half", 90),
        Stretch("for two weeks", 14), Stretch("for the next 3 days", 3), Stretch("a fortnight", 14),
        On("tomorrow", Today.PlusDays(1)), On("on 14 december", new(2026, 12, 14)), On("on the 30th", new(2026, 11, 30)),
            On("the day after tomorrow", Today.PlusDays(2)),
        On("yesterday", Today.PlusDays(-1)), On("on dec 3rd", new(2026, 12, 3)),
        Count("77", 77), Week("next week"), Never("next friday"), Never("every other day"), Never("on alternate days"),
            Never("every 3 days"), Never("after lunch"), Never("first thing"),
        Never("3/4"), Never("a few days a week"), Never("until the holidays"), Never("at 25:00"), Never("on feb 30"),
            Never("every 0 minutes"),
    ];

    private static IEnumerable<Fragment> Clocks(params (string Words, int Hour, int Minute)[] clocks) =>
        clocks.Select(clock => new Fragment(clock.Words, meaning => Says(meaning, new LocalTime(clock.Hour, clock.Minute))));

    private static IEnumerable<Fragment> Open(params (string Words, int Hour, int Minute)[] clocks) => clocks.Select(clock => new Fragment(
        clock.Words,
        meaning => Says(meaning, new LocalTime(clock.Hour, clock.Minute)) || Says(meaning, new LocalTime((clock.Hour + 12) % 24,
            clock.Minute))
            || meaning.Slots.Minutes == clock.Hour || meaning.Slots.Walks == clock.Hour));

    private static IEnumerable<Fragment> Days(params (string Words, int[] Days)[] all) => all.Select(one => Of(one.Words, one.Days));

    private static Fragment Of(string words, int[] days)
    {
        bool IsUsed(Meaning meaning) => days.All(day => Names(meaning, (IsoDayOfWeek)day))
            || (meaning.Label == Intents.Goal && (meaning.Slots.Walks >= days.Length || meaning.Slots.Per == "day"))
            || (meaning.Slots is { FromDay: { } from, ToDay: { } to } && days[0] == (int)from && days[^1] == (int)to);
        return new Fragment(words, IsUsed) { Days = [.. days.Select(day => (IsoDayOfWeek)day)] };
    }

    private static Fragment Except(string words, int day)
    {
        var left = (IsoDayOfWeek)day;
        bool IsUsed(Meaning meaning) =>
            !meaning.Slots.Days.Contains(left) || !meaning.Slots.PerDay.IsEmpty || meaning.Slots.RemoveDays.Contains(left);
        return new Fragment(words, IsUsed) { LeavesOut = left };
    }

    private static Fragment Every(string words, int minutes) => new(words, meaning => meaning.Slots.EveryMinutes == minutes);

    private static Fragment Window(string words, int from, int to) => new(words, meaning => Says(meaning, new LocalTime(from, 0))
        && Says(meaning, new LocalTime(to, 0)));

    private static Fragment Length(string words, int minutes) => new(words, meaning => meaning.Slots.Minutes == minutes
        || meaning.Slots.ShiftMinutes is { } shift && Math.Abs(shift) == minutes || meaning.Slots.PauseUntil is not null);

    private static Fragment Ahead(string words, int minutes) => new(words, meaning => meaning.Slots.Minutes == minutes
        || meaning.Slots.Elapsed == Duration.FromMinutes(minutes) || meaning.Slots.PauseUntil is not null);

    private static Fragment Stretch(string words, int days) => new(words,
        meaning => meaning.Slots.PauseUntil?.Date == Today.PlusDays(days));

    private static Fragment On(string words, LocalDate date) => new(words, meaning => meaning.Slots.Once?.Date == date
        || meaning.Slots.Date == date
        || (meaning.Label == Intents.LogWalk && (meaning.Slots.Date == date.PlusYears(-1) || meaning.Slots.Date == date.PlusMonths(-1))) || meaning.Slots.PauseUntil?.Date == date
        || meaning.Slots.PauseUntil?.Date == date.PlusDays(1) || meaning.Slots.Which is not null);

    private static Fragment Count(string words, int count) => new(words, meaning => meaning.Slots.Minutes == count
        || meaning.Slots.Steps == count);

    private static Fragment Week(string words) => new(words, meaning => meaning.Slots.PauseUntil?.Date == Today.PlusDays(7));

    private static Fragment Never(string words) => new(words, _ => false);

    private static bool Says(Meaning meaning, LocalTime time)
    {
        var slots = meaning.Slots;

        // When on the day a walk was is not kept; and a snooze until a time is the minutes until then.
        return slots.Times.Contains(time) || slots.PerDay.Values.Any(times => times.Contains(time)) || slots.RemoveTimes.Contains(time)
            || slots.From == time || slots.To == time || slots.FromTime == time || slots.ToTime == time || slots.Once?.TimeOfDay == time
            || slots.PauseUntil?.TimeOfDay == time || meaning.Label is Intents.LogWalk or Intents.Snooze;
    }

    /// <summary>Whether a meaning holds a day.</summary>
    public static bool Names(Meaning meaning, IsoDayOfWeek day)
    {
        var slots = meaning.Slots;
        return slots.Days.Contains(day) || slots.RemoveDays.Contains(day) || slots.FromDay == day || slots.ToDay == day
            || slots.Once?.DayOfWeek == day
            || slots.Date?.DayOfWeek == day || slots.PauseUntil?.DayOfWeek == day || slots.Which is not null;
    }
}
