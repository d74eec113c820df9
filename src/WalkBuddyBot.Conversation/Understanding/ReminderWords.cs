using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>A reminder as a person could type it. What is written here is understood as the same again.</summary>
public static class ReminderWords
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The sentence for complete slots of a reminder.</summary>
    public static string Write(Slots slots)
    {
        var zone = slots.Zone is null ? string.Empty : ", " + slots.Zone;
        return "remind me " + When(slots) + zone;
    }

    private static string When(Slots slots)
    {
        if (slots.Once is { } once)
        {
            return $"on {LocalDatePattern.Iso.Format(once.Date)} at {Time.Format(once.TimeOfDay)}";
        }

        if (slots.Elapsed is { } elapsed)
        {
            return string.Create(CultureInfo.InvariantCulture, $"in {(int)elapsed.TotalMinutes} minutes");
        }

        if (slots.EveryMinutes is { } every)
        {
            var window = slots.From is { } from && slots.To is { } to ? $" from {Time.Format(from)} to {Time.Format(to)}" : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"every {every} minutes{window} {Days(slots)}");
        }

        return slots.PerDay.IsEmpty
            ? $"{Days(slots)} at {Times(slots.Times)}"
            : string.Join(" and ", slots.PerDay.Select(day => $"every {day.Key.ToString().ToLowerInvariant()} at {Times(day.Value)}"));
    }

    private static string Times(IEnumerable<LocalTime> times) => string.Join(" and ", times.Select(Time.Format));

    private static string Days(Slots slots) => slots.Days.Length switch
    {
        7 => "every day",
        1 => "every " + slots.Days[0].ToString().ToLowerInvariant(),
        _ => "on " + string.Join(' ', slots.Days.Select(day => day.ToString()[..3].ToLowerInvariant())),
    };
}
