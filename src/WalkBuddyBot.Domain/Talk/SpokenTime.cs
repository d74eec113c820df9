using System.Globalization;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>Times in words, in English and by the 24-hour clock: "Tuesday 24 November at 10:30".</summary>
public static class SpokenTime
{
    private static readonly IsoDayOfWeek[] Weekdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    private static readonly IsoDayOfWeek[] Weekends = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>"10:30".</summary>
    public static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday 24 November".</summary>
    public static string Day(LocalDate date) => date.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday 24 November at 10:30".</summary>
    public static string Moment(LocalDateTime at) => $"{Day(at.Date)} at {Clock(at.TimeOfDay)}";

    /// <summary>"Tuesday 24 November at 10:30".</summary>
    public static string Moment(Instant at, DateTimeZone zone) => Moment(at.InZone(zone).LocalDateTime);

    /// <summary>
    /// Rising moments, those of one day together: "Tuesday 24 November at 09:00 and 14:00, then Wednesday 25 November at 09:00".
    /// </summary>
    public static string Moments(IEnumerable<LocalDateTime> rising)
    {
        var days = rising.Distinct().GroupBy(at => at.Date).ToList();
        var words = days.Select(day => $"{Day(day.Key)} at {Clocks(day.Select(at => at.TimeOfDay))}");
        return days.Exists(day => day.Count() > 1) ? string.Join(", then ", words) : List(words);
    }

    /// <summary>The end of a hold: a day's first moment is named as such.</summary>
    public static string End(LocalDateTime at) => at.TimeOfDay == LocalTime.Midnight ? $"the start of {Day(at.Date)}" : Moment(at);

    /// <summary>The time alone when it is today, else with its day.</summary>
    public static string Soon(Instant at, DateTimeZone zone, Instant now)
    {
        var local = at.InZone(zone).LocalDateTime;
        return local.Date == now.InZone(zone).Date ? Clock(local.TimeOfDay) : Moment(local);
    }

    /// <summary>"09:00, 12:00 and 15:30".</summary>
    public static string Clocks(IEnumerable<LocalTime> times) => List(times.Select(Clock));

    /// <summary>"every day", "weekdays", "weekends", "Mondays and Fridays".</summary>
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

    /// <summary>The same inside a sentence: "every day", "on weekdays".</summary>
    public static string OnDays(IEnumerable<IsoDayOfWeek> days) => Days(days) is var words && words == "every day" ? words : $"on {words}";

    /// <summary>"30 minutes", "1 hour", "2 hours", "90 minutes".</summary>
    public static string Length(int minutes) => minutes switch
    {
        1 => "1 minute",
        60 => "1 hour",
        _ when minutes % 60 == 0 => $"{minutes / 60} hours",
        _ => $"{minutes} minutes",
    };

    /// <summary>"a, b and c".</summary>
    public static string List(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
