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

    private const string Yes = "yes";

    /// <summary>What to keep while a question waits.</summary>
    public static ImmutableDictionary<string, string> Keep(Slots slots)
    {
        var kept = ImmutableDictionary.CreateBuilder<string, string>();
        Add("days", string.Join(',', slots.Days.Select(day => (int)day)));
        Add("times", string.Join(',', slots.Times.Select(Time.Format)));
        Add("open", string.Join(',', slots.Open.Select(Time.Format)));
        Add("per-day", string.Join(';', slots.PerDay.Select(day => $"{(int)day.Key}={string.Join(',', day.Value.Select(Time.Format))}")));
        Add("every", Number(slots.EveryMinutes));
        Add("from", slots.From is { } from ? Time.Format(from) : null);
        Add("to", slots.To is { } to ? Time.Format(to) : null);
        Add("once", slots.Once is { } once ? LocalDateTimePattern.GeneralIso.Format(once) : null);
        Add("elapsed", slots.Elapsed is { } elapsed ? ((long)elapsed.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        Add("minutes", Number(slots.Minutes));
        Add("zone", slots.Zone);
        Add("date", slots.Date is { } date ? LocalDatePattern.Iso.Format(date) : null);
        Add("pause", slots.PauseUntil is { } until ? LocalDateTimePattern.GeneralIso.Format(until) : null);
        Add("which", slots.Which);
        Add("about", slots.About);
        Add("steps", Number(slots.Steps));
        Add("distance", Number(slots.DistanceMetres));
        Add("walks", Number(slots.Walks));
        Add("per", slots.Per);
        Add("from-time", slots.FromTime is { } fromTime ? Time.Format(fromTime) : null);
        Add("to-time", slots.ToTime is { } toTime ? Time.Format(toTime) : null);
        Add("later", slots.ShiftMinutes is > 0 ? Number(slots.ShiftMinutes) : null);
        Add("earlier", slots.ShiftMinutes is < 0 ? Number(-slots.ShiftMinutes) : null);
        Add("from-day", Number((int?)slots.FromDay));
        Add("to-day", Number((int?)slots.ToDay));
        Add("remove-days", string.Join(',', slots.RemoveDays.Select(day => (int)day)));
        Add("remove-times", string.Join(',', slots.RemoveTimes.Select(Time.Format)));
        Add("view", slots.View);
        Add("opinion", slots.Opinion);
        Add("all", slots.All ? Yes : null);
        Add("adds", slots.Adds ? Yes : null);
        Add("show", slots.Show ? Yes : null);
        Add("off", slots.Off ? Yes : null);
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
        Days = DaysOf("days", kept),
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
        About = kept.GetValueOrDefault("about"),
        Steps = Number(kept.GetValueOrDefault("steps")),
        DistanceMetres = Number(kept.GetValueOrDefault("distance")),
        Walks = Number(kept.GetValueOrDefault("walks")),
        Per = kept.GetValueOrDefault("per"),
        FromTime = TimeOf(kept.GetValueOrDefault("from-time")),
        ToTime = TimeOf(kept.GetValueOrDefault("to-time")),
        ShiftMinutes = Number(kept.GetValueOrDefault("later")) ?? -Number(kept.GetValueOrDefault("earlier")),
        FromDay = DaysOf("from-day", kept) is [var fromDay] ? fromDay : null,
        ToDay = DaysOf("to-day", kept) is [var toDay] ? toDay : null,
        RemoveDays = DaysOf("remove-days", kept),
        RemoveTimes = [.. List("remove-times", kept).Select(TimeOf).OfType<LocalTime>()],
        View = kept.GetValueOrDefault("view"),
        Opinion = kept.GetValueOrDefault("opinion"),
        All = kept.ContainsKey("all"),
        Adds = kept.ContainsKey("adds"),
        Show = kept.ContainsKey("show"),
        Off = kept.ContainsKey("off"),
    };

    private static ImmutableArray<IsoDayOfWeek> DaysOf(string key, ImmutableDictionary<string, string> kept) =>
        [.. List(key, kept).Select(Number).OfType<int>().Where(day => day is >= 1 and <= 7).Select(day => (IsoDayOfWeek)day)];

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

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
