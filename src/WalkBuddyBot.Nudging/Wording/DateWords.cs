using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Wording;

/// <summary>Dates and times in words.</summary>
internal sealed class DateWords(IPhrases phrases, string language)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public string Date(LocalDate date) => phrases.Say(
        "nudge.date",
        language,
        ("day", Day(date.DayOfWeek)),
        ("number", date.Day.ToString(CultureInfo.InvariantCulture)),
        ("month", Month(date.Month)));

    public static string Time(LocalTime time) => Pattern.Format(time);

    public string Day(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => phrases.Say("nudge.day.monday", language),
        IsoDayOfWeek.Tuesday => phrases.Say("nudge.day.tuesday", language),
        IsoDayOfWeek.Wednesday => phrases.Say("nudge.day.wednesday", language),
        IsoDayOfWeek.Thursday => phrases.Say("nudge.day.thursday", language),
        IsoDayOfWeek.Friday => phrases.Say("nudge.day.friday", language),
        IsoDayOfWeek.Saturday => phrases.Say("nudge.day.saturday", language),
        _ => phrases.Say("nudge.day.sunday", language),
    };

    private string Month(int month) => month switch
    {
        1 => phrases.Say("nudge.month.january", language),
        2 => phrases.Say("nudge.month.february", language),
        3 => phrases.Say("nudge.month.march", language),
        4 => phrases.Say("nudge.month.april", language),
        5 => phrases.Say("nudge.month.may", language),
        6 => phrases.Say("nudge.month.june", language),
        7 => phrases.Say("nudge.month.july", language),
        8 => phrases.Say("nudge.month.august", language),
        9 => phrases.Say("nudge.month.september", language),
        10 => phrases.Say("nudge.month.october", language),
        11 => phrases.Say("nudge.month.november", language),
        _ => phrases.Say("nudge.month.december", language),
    };
}
