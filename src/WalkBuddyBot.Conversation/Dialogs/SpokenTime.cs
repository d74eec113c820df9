using System.Globalization;
using NodaTime;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Times in words, in English and by the 24-hour clock: "Tuesday 24 November at 10:30".</summary>
internal static class SpokenTime
{
    private static readonly IsoDayOfWeek[] Weekdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    private static readonly IsoDayOfWeek[] Weekends = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    public static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Day(LocalDate date) => date.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    public static string Moment(LocalDateTime at) => $"{Day(at.Date)} at {Clock(at.TimeOfDay)}";

    public static string Moment(Instant at, DateTimeZone zone) => Moment(at.InZone(zone).LocalDateTime);

    /// <summary>The time alone when it is today, else with its day.</summary>
    public static string Soon(Instant at, DateTimeZone zone, Instant now)
    {
        var local = at.InZone(zone).LocalDateTime;
        return local.Date == now.InZone(zone).Date ? Clock(local.TimeOfDay) : Moment(local);
    }

    public static string Clocks(IEnumerable<LocalTime> times) => List(times.Select(Clock));

    public static string Days(IEnumerable<IsoDayOfWeek> days)
    {
        IsoDayOfWeek[] asked = [.. days.Distinct().Order()];
        return asked switch
        {
            { Length: 7 } => "every day",
            _ when asked.SequenceEqual(Weekdays) => "weekdays",
            _ when asked.SequenceEqual(Weekends) => "weekends",
            _ => List(asked.Select(day => $"{day}s")),
        };
    }

    /// <summary>"30 minutes", "1 hour", "2 hours", "90 minutes".</summary>
    public static string Length(int minutes) => minutes switch
    {
        1 => "1 minute",
        60 => "1 hour",
        _ when minutes % 60 == 0 => $"{minutes / 60} hours",
        _ => $"{minutes} minutes",
    };

    public static string List(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
