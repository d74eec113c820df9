namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Words for lengths of time.</summary>
internal static class Units
{
    // Fewer hours than this are more often a length: "walked 2h".
    private const int FewestOfClock = 6;

    /// <summary>Minutes in one, up to the hour; 0 for other words.</summary>
    public static int Minutes(string word) => word switch
    {
        "minute" or "minutes" or "min" or "mins" or "m" => 1,
        "hour" or "hours" or "hr" or "hrs" or "h" => 60,
        _ => 0,
    };

    /// <summary>Days in one; 0 for other words.</summary>
    public static int Days(string word) => word switch
    {
        "day" or "days" => 1,
        "week" or "weeks" => 7,
        "fortnight" or "fortnights" => 14,
        "month" or "months" => 30,
        _ => 0,
    };

    /// <summary>Whether the "h" after a number is that of a clock: "at 17h", "every day 17h"; but "for 6h", "in 2h".</summary>
    public static bool IsOfClock(Reader reader, int number, int unit) =>
        reader[unit] is { Glued: true, Text: "h" } && (reader.Is(number - 1, "at")
            || (Numbers.Whole(reader, number).Value is >= FewestOfClock and <= 23
                && !reader.Is(number - 1, "in", "for", "after", "every", "each", "another", "of", "last", "about", "walked", "next",
                "by")));

    /// <summary>Whether a number before it counts something, and so is no time of day.</summary>
    public static bool IsCounted(string word) => Minutes(word) > 0 || Days(word) > 0 || word is "second" or "seconds" or "sec" or "secs"
        or "year" or "years" or "time" or "times" or "x" or "mile" or "miles" or "mi" or "km" or "kms" or "k" or "kilometre" or "kilometres"
        or "kilometer" or "kilometers" or "metre" or "metres" or "meter" or "meters" or "step" or "steps" or "st" or "nd" or "rd" or "th"
        or "walk" or "walks" or "walkings" or "strolls" or "outings" or "hikes" or "rounds" or "people" or "kids" or "dogs" or "reminder"
            or "reminders" or "nudge" or "nudges" or "mornings" or "evenings" or "afternoons" or "nights"
        or "weekdays" or "weekends" or "percent" or "block" or "blocks" or "lap" or "laps" or "more" or "tips";
}
