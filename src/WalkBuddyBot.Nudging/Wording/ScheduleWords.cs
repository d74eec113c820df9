using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Wording;

/// <summary>When a schedule comes, in words: "weekdays 10:30".</summary>
internal sealed class ScheduleWords(IPhrases phrases, string language)
{
    private static readonly IsoDayOfWeek[] Weekdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    private static readonly IsoDayOfWeek[] Weekend = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];
    private readonly DateWords _dates = new(phrases, language);

    public string Say(Recurrence when, DateTimeZone zone) => when switch
    {
        Recurrence.Weekly weekly => string.Join("; ", ByTimes(weekly).Select(group => At(group.Days, group.Times))),
        Recurrence.Every every => phrases.Say(
            "nudge.when.every",
            language,
            ("minutes", every.Minutes),
            ("from", DateWords.Time(every.From)),
            ("to", DateWords.Time(every.To)),
            ("days", Days([.. every.Days]))),
        Recurrence.Once(var at) => Once(at),
        Recurrence.After(var at) => Once(at.InZone(zone).LocalDateTime),
        _ => throw new InvalidOperationException($"No words say when {when.GetType().Name} comes."),
    };

    private string At(IReadOnlyList<IsoDayOfWeek> days, IEnumerable<LocalTime> times) =>
        phrases.Say("nudge.when.weekly", language, ("days", Days(days)), ("times", List([.. times.Select(DateWords.Time)])));

    private string Once(LocalDateTime at) => phrases.Say(
        "nudge.when.once", language, ("date", _dates.Date(at.Date)), ("time", DateWords.Time(at.TimeOfDay)));

    private string Days(IReadOnlyList<IsoDayOfWeek> days) => days switch
    {
        { Count: 7 } => phrases.Say("nudge.when.daily", language),
        _ when days.SequenceEqual(Weekdays) => phrases.Say("nudge.when.weekdays", language),
        _ when days.SequenceEqual(Weekend) => phrases.Say("nudge.when.weekend", language),
        _ => List([.. days.Select(_dates.Day)]),
    };

    private string List(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : phrases.Say("nudge.list", language, ("first", string.Join(", ", words.SkipLast(1))), ("last", words[^1]));

    // Days with the same times are named together, in week order.
    private static IEnumerable<(List<IsoDayOfWeek> Days, LocalTime[] Times)> ByTimes(Recurrence.Weekly weekly) => weekly.Times
        .Where(day => day.Value.Length > 0)
        .GroupBy(day => string.Join(' ', day.Value.Select(time => time.NanosecondOfDay)))
        .Select(group => (group.Select(day => day.Key).Order().ToList(), group.First().Value.ToArray()));
}
