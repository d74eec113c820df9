using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>
/// Slots as the text values of <see cref="Domain.DialogState.Slots"/>, so that the answer to a question can be put together with what
/// was said before it.
/// </summary>
public static class KeptSlots
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>What to keep while a question waits.</summary>
    public static ImmutableDictionary<string, string> Keep(Slots slots)
    {
        var kept = ImmutableDictionary.CreateBuilder<string, string>();
        Add("days", string.Join(',', slots.Days.Select(day => (int)day)));
        Add("times", string.Join(',', slots.Times.Select(Time.Format)));
        Add("open", string.Join(',', slots.Open.Select(Time.Format)));
        Add("per-day", string.Join(';', slots.PerDay.Select(day => $"{(int)day.Key}={string.Join(',', day.Value.Select(Time.Format))}")));
        Add("every", slots.EveryMinutes?.ToString(CultureInfo.InvariantCulture));
        Add("from", slots.From is { } from ? Time.Format(from) : null);
        Add("to", slots.To is { } to ? Time.Format(to) : null);
        Add("once", slots.Once is { } once ? LocalDateTimePattern.GeneralIso.Format(once) : null);
        Add("elapsed", slots.Elapsed is { } elapsed ? ((long)elapsed.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        Add("minutes", slots.Minutes?.ToString(CultureInfo.InvariantCulture));
        Add("zone", slots.Zone);
        Add("date", slots.Date is { } date ? LocalDatePattern.Iso.Format(date) : null);
        Add("pause", slots.PauseUntil is { } until ? LocalDateTimePattern.GeneralIso.Format(until) : null);
        Add("which", slots.Which);
        return kept.ToImmutable();

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                kept[key] = value;
            }
        }
    }

    /// <summary>What was kept; a value that does not read is left out.</summary>
    public static Slots Read(ImmutableDictionary<string, string> kept) => new()
    {
        Days = [.. List("days", kept).Select(Number).OfType<int>().Where(day => day is >= 1 and <= 7).Select(day => (IsoDayOfWeek)day)],
        Times = [.. List("times", kept).Select(TimeOf).OfType<LocalTime>()],
        Open = [.. List("open", kept).Select(TimeOf).OfType<LocalTime>()],
        PerDay = PerDay(kept),
        EveryMinutes = Number(kept.GetValueOrDefault("every")),
        From = TimeOf(kept.GetValueOrDefault("from")),
        To = TimeOf(kept.GetValueOrDefault("to")),
        Once = Moment(kept.GetValueOrDefault("once")),
        Elapsed = Number(kept.GetValueOrDefault("elapsed")) is { } seconds ? Duration.FromSeconds(seconds) : null,
        Minutes = Number(kept.GetValueOrDefault("minutes")),
        Zone = kept.GetValueOrDefault("zone"),
        Date = kept.TryGetValue("date", out var date) && LocalDatePattern.Iso.Parse(date) is { Success: true } day ? day.Value : null,
        PauseUntil = Moment(kept.GetValueOrDefault("pause")),
        Which = kept.GetValueOrDefault("which"),
    };

    private static ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<LocalTime>> PerDay(ImmutableDictionary<string, string> kept)
    {
        var days = ImmutableSortedDictionary.CreateBuilder<IsoDayOfWeek, ImmutableArray<LocalTime>>();
        foreach (var day in kept.GetValueOrDefault("per-day", string.Empty).Split(';'))
        {
            if (day.Split('=') is [var name, var times] && Number(name) is >= 1 and <= 7 and var number)
            {
                days[(IsoDayOfWeek)number] = [.. times.Split(',').Select(TimeOf).OfType<LocalTime>()];
            }
        }

        return days.ToImmutable();
    }

    private static string[] List(string key, ImmutableDictionary<string, string> kept) =>
        kept.GetValueOrDefault(key, string.Empty).Split(',');

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static LocalTime? TimeOf(string? text) => text is not null && Time.Parse(text) is { Success: true } time ? time.Value : null;

    private static LocalDateTime? Moment(string? text) =>
        text is not null && LocalDateTimePattern.GeneralIso.Parse(text) is { Success: true } moment ? moment.Value : null;
}
