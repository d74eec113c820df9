using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// What a waiting dialog knows so far, as words for <see cref="Domain.DialogState.Slots"/>. The names are those of the terminal's
/// <c>understand</c>: days <c>mon,tue</c>, times <c>07:00,15:30</c>, <c>every_minutes</c>, <c>from</c>, <c>to</c>, <c>once</c>
/// <c>2026-11-24T12:00</c>; and <c>after</c>, the instant at which a wished time will have passed.
/// </summary>
internal static class PendingSlots
{
    public static ImmutableDictionary<string, string> Write(Slots slots, Instant now)
    {
        var words = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Add("days", string.Join(',', slots.Days.Select(Short)));
        Add("times", string.Join(',', slots.Times.Select(SpokenTime.Clock)));
        Add("every_minutes", slots.EveryMinutes?.ToString(CultureInfo.InvariantCulture));
        Add("from", slots.From is { } from ? SpokenTime.Clock(from) : null);
        Add("to", slots.To is { } to ? SpokenTime.Clock(to) : null);
        Add("once", slots.Once is { } once && slots.Elapsed is null ? LocalDateTimePattern.GeneralIso.Format(once) : null);
        Add("after", slots.Elapsed is { } elapsed ? InstantPattern.General.Format(now + elapsed) : null);
        Add("date", slots.Date is { } date ? LocalDatePattern.Iso.Format(date) : null);
        return words.ToImmutable();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                words[name] = value;
            }
        }
    }

    /// <summary>What was kept, as slots. A word that cannot be read counts as not there.</summary>
    public static Slots Read(IReadOnlyDictionary<string, string> words, Instant now) => new()
    {
        Days = [.. Split(words, "days").Select(DayOf).Where(day => day != IsoDayOfWeek.None)],
        Times = [.. Split(words, "times").Select(TimeOf).OfType<LocalTime>()],
        EveryMinutes = int.TryParse(words.GetValueOrDefault("every_minutes"), CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
        From = TimeOf(words.GetValueOrDefault("from")),
        To = TimeOf(words.GetValueOrDefault("to")),
        Once = LocalDateTimePattern.GeneralIso.Parse(words.GetValueOrDefault("once") ?? "") is { Success: true } once ? once.Value : null,
        Elapsed = InstantPattern.General.Parse(words.GetValueOrDefault("after") ?? "") is { Success: true } after ? after.Value - now : null,
        Date = LocalDatePattern.Iso.Parse(words.GetValueOrDefault("date") ?? "") is { Success: true } date ? date.Value : null,
    };

    /// <summary>What was kept, with what was said now on top. A wish that is whole by itself takes its place.</summary>
    public static Slots Merge(Slots kept, Slots said)
    {
        if (said.Once is not null || said.Elapsed is not null || said.EveryMinutes is not null)
        {
            return said;
        }

        return said with
        {
            Days = kept.Days.IsEmpty ? said.Days : said.Days.Length is 0 or 7 ? kept.Days : said.Days,
            Times = said.Times.IsEmpty ? kept.Times : said.Times,
            EveryMinutes = said.Times.IsEmpty ? kept.EveryMinutes : null,
            From = said.From ?? kept.From,
            To = said.To ?? kept.To,
            Once = said.Times.IsEmpty ? kept.Once : kept.Once is { } once && said.Days.IsEmpty ? once.Date.At(said.Times[0]) : null,
            Elapsed = said.Times.IsEmpty ? kept.Elapsed : null,
            Date = said.Date ?? kept.Date,
        };
    }

    private static string Short(IsoDayOfWeek day) => day.ToString()[..3].ToLowerInvariant();

    private static string[] Split(IReadOnlyDictionary<string, string> words, string name) =>
        (words.GetValueOrDefault(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static IsoDayOfWeek DayOf(string word) => Enum.GetValues<IsoDayOfWeek>().FirstOrDefault(day => Short(day) == word);

    private static LocalTime? TimeOf(string? word) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(word ?? "") is { Success: true } time ? time.Value : null;
}
