using System.Collections.Frozen;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>The names of the days, long, short and plural.</summary>
internal static class DayNames
{
    private static readonly FrozenDictionary<string, IsoDayOfWeek> Names = Build();

    public static IsoDayOfWeek? Find(string word) => Names.TryGetValue(word, out var day) ? day : null;

    /// <summary>"fridays".</summary>
    public static bool IsPlural(string word) => word.EndsWith("days", StringComparison.Ordinal);

    private static FrozenDictionary<string, IsoDayOfWeek> Build()
    {
        (IsoDayOfWeek Day, string[] Words)[] days =
        [
            (IsoDayOfWeek.Monday, ["monday", "mondays", "mon", "mons"]),
            (IsoDayOfWeek.Tuesday, ["tuesday", "tuesdays", "tue", "tues"]),
            (IsoDayOfWeek.Wednesday, ["wednesday", "wednesdays", "wed", "weds"]),
            (IsoDayOfWeek.Thursday, ["thursday", "thursdays", "thu", "thur", "thurs"]),
            (IsoDayOfWeek.Friday, ["friday", "fridays", "fri", "fris"]),
            (IsoDayOfWeek.Saturday, ["saturday", "saturdays", "sat", "sats"]),
            (IsoDayOfWeek.Sunday, ["sunday", "sundays", "sun", "suns"]),
        ];
        return days.SelectMany(day => day.Words.Select(word => (word, day.Day))).ToFrozenDictionary(pair => pair.word, pair => pair.Day);
    }
}
