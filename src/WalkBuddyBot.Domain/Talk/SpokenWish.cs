using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>When a reminder comes, in words.</summary>
public static class SpokenWish
{
    /// <summary>
    /// "on weekdays at 10:30", "every 90 minutes from 09:00 to 17:00 on weekdays", "once on Tuesday 24 November at 12:00".
    /// </summary>
    public static string Of(Recurrence when, DateTimeZone zone) => when switch
    {
        Recurrence.Weekly weekly => SpokenTime.List(ByTimes(weekly).Select(group =>
            $"{SpokenTime.OnDays(group.Days)} at {SpokenTime.Clocks(group.Times)}")),
        Recurrence.Every every => Every(every, SpokenTime.OnDays(every.Days)),
        Recurrence.Once once => $"once on {SpokenTime.Moment(once.At)}",
        Recurrence.After after => $"once on {SpokenTime.Moment(after.At, zone)}",
        _ => throw new InvalidOperationException($"No words for {when.GetType().Name}."),
    };

    /// <summary>"every 90 minutes from 09:00 to 17:00", and the days where they are not all.</summary>
    public static string Every(Recurrence.Every every, string onDays) =>
        $"every {(every.Minutes == 60 ? "hour" : SpokenTime.Length(every.Minutes))} "
        + $"from {SpokenTime.Clock(every.From)} to {SpokenTime.Clock(every.To)}"
        + (every.Days.Count == 7 ? "" : $" {onDays}");

    /// <summary>Days that share their times, together, in week order.</summary>
    public static IEnumerable<(IEnumerable<IsoDayOfWeek> Days, IEnumerable<LocalTime> Times)> ByTimes(Recurrence.Weekly weekly) =>
        weekly.Times
        .Where(day => !day.Value.IsEmpty)
        .GroupBy(day => SpokenTime.Clocks(day.Value), StringComparer.Ordinal)
        .Select(group => (group.Select(day => day.Key), (IEnumerable<LocalTime>)group.First().Value));
}
