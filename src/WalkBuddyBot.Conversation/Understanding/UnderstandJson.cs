using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>The line that the command <c>understand</c> writes for a message. Operators and later issues rely on its form.</summary>
public static class UnderstandJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <summary>One line of JSON, without its line end.</summary>
    /// <param name="text">As it came in.</param>
    /// <param name="meaning">What was understood.</param>
    /// <param name="reply">What the bot says.</param>
    /// <param name="now">The present that <paramref name="meaning"/> was understood at.</param>
    /// <param name="zone">The zone it was understood in; null while it is not known.</param>
    public static string Write(string text, Meaning meaning, string reply, Instant now, DateTimeZone? zone)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("label", Label(meaning.Label));
            json.WriteNumber("score", Math.Round(meaning.Score, 4));
            json.WriteStartObject("slots");
            var slots = Label(meaning.Label) == Intents.OutOfScope ? Slots.None : meaning.Slots;
            WriteSlots(json, slots with { Off = slots.Off && meaning.Ask is null }, now, ZoneOf(slots, zone));
            json.WriteEndObject();
            json.WriteString("ask", meaning.Label == Intents.NotAWalk ? null : meaning.Ask);
            json.WriteString("error", meaning.Error);
            json.WriteString("safety", Safety(meaning.Safety));
            json.WriteString("reply", reply);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Words that mean something only after something else: alone they are none of what the bot knows.
    private static string Label(string label) =>
        label is Intents.More or Intents.Why or Intents.Yes or Intents.No or Intents.Safe or Intents.NotAWalk ? Intents.OutOfScope : label;

    private static string Safety(SafetyLevel level) => level switch
    {
        SafetyLevel.Emergency => "emergency",
        SafetyLevel.Crisis => "crisis",
        SafetyLevel.SameDay => "see-doctor-now",
        _ => "none",
    };

    private static DateTimeZone ZoneOf(Slots slots, DateTimeZone? zone) =>
        (slots.Zone is { } named ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(named) : null) ?? zone ?? DateTimeZone.Utc;

    private static void WriteSlots(Utf8JsonWriter json, Slots slots, Instant now, DateTimeZone zone)
    {
        // A time of which the half of the day is open is asked for, and so not yet a slot.
        Write(json, "days", [.. slots.Days.Select(Format)]);
        Write(json, "times", [.. slots.Times.Except(slots.Open).Select(Time.Format)]);
        if (!slots.PerDay.IsEmpty && slots.Open.IsEmpty)
        {
            json.WriteStartObject("per_day");
            foreach (var (day, times) in slots.PerDay)
            {
                Write(json, Format(day), [.. times.Select(Time.Format)]);
            }

            json.WriteEndObject();
        }

        Write(json, "every_minutes", slots.EveryMinutes);
        Write(json, "from", Settled(slots.From, slots));
        Write(json, "to", Settled(slots.To, slots));
        Write(json, "once", slots.Once is { } once ? Format(once)
            : slots.Elapsed is { } elapsed ? Format((now + elapsed).InZone(zone).LocalDateTime) : null);
        Write(json, "minutes", slots.Minutes);
        Write(json, "steps", slots.Steps);
        Write(json, "distance_m", slots.DistanceMetres);
        Write(json, "walks", slots.Walks);
        Write(json, "per", slots.Per);
        Write(json, "zone", slots.Zone);
        Write(json, "date", slots.Date is { } date ? LocalDatePattern.Iso.Format(date) : null);
        Write(json, "pause_until", slots.PauseUntil is not { } until ? null
            : until.TimeOfDay == LocalTime.Midnight ? LocalDatePattern.Iso.Format(until.Date) : Format(until));
        Write(json, "which", slots.Which);
        Write(json, "from_time", Settled(slots.FromTime, slots));
        Write(json, "to_time", Settled(slots.ToTime, slots));
        Write(json, "shift_minutes", slots.ShiftMinutes);
        Write(json, "from_day", slots.FromDay is { } fromDay ? Format(fromDay) : null);
        Write(json, "to_day", slots.ToDay is { } toDay ? Format(toDay) : null);
        Write(json, "remove_days", [.. slots.RemoveDays.Select(Format)]);
        Write(json, "remove_times", [.. slots.RemoveTimes.Except(slots.Open).Select(Time.Format)]);
        Write(json, "view", slots.View);
        Write(json, "about", slots.About);
        Write(json, "show", slots.Show);
        Write(json, "all", slots.All);
        Write(json, "off", slots.Off);
    }

    private static string? Settled(LocalTime? time, Slots slots) => time is { } at && !slots.Open.Contains(at) ? Time.Format(at) : null;

    private static string Format(IsoDayOfWeek day) => day.ToString()[..3].ToLowerInvariant();

    private static string Format(LocalDateTime at) => at.Second == 0 ? Minute.Format(at) : Second.Format(at);

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
