using System.Globalization;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Times of day: 9, 9am, 9.30, 830am, 15:30, half past 6, quarter to nine, nine thirty, noon, midnight.</summary>
internal sealed class Clocks : IRecogniser
{
    public Piece? At(Reader reader, int at) =>
        Named(reader, at) ?? Spoken(reader, at) ?? (IsPronoun(reader, at) ? null : Figures(reader, at));

    // "the 9am one", "one of my reminders"; but "at nine and one", "one pm".
    private static bool IsPronoun(Reader reader, int at) =>
        reader.Is(at, "one")
        && !(reader.Is(at - 1, "at", "to", "past", "by", "around", "before", "after", "from", "between", "until", "till", "and", "or",
        "for", "about")
            || reader[at - 1].IsMark(','))
        && !reader.Is(at + 1, "am", "pm", "oclock", "thirty", "fifteen", "forty", "twenty") && HalfOfDay.At(reader, at + 1) is null;

    private static Piece.Clock? Named(Reader reader, int at)
    {
        var name = reader.Is(at, "12", "twelve") && reader.Is(at + 1, "noon", "midday", "midnight") ? at + 1 : at;
        return reader.Text(name) switch
        {
            "noon" or "midday" => new(at, name + 1 - at, new ClockReading(12, 0, Certain: true), Bare: null),
            "midnight" => new(at, name + 1 - at, new ClockReading(0, 0, Certain: true), Bare: null),
            _ => null,
        };
    }

    // "half past 6", "quarter to nine", "ten to nine", "twenty minutes past 3", and the British "half six".
    private static Piece.Clock? Spoken(Reader reader, int at)
    {
        var from = reader.Is(at, "a") && reader.Is(at + 1, "quarter") ? at + 1 : at;
        var (minutes, length) = reader.Text(from) switch
        {
            "half" => (30, 1),
            "quarter" => (15, 1),
            _ => Numbers.Whole(reader, from),
        };
        var next = from + length;
        if (length == 0 || minutes is < 1 or > 59)
        {
            return null;
        }

        if (reader.Is(next, "minutes", "mins", "min") && reader.Is(next + 1, "past", "to"))
        {
            next++;
        }

        var past = reader.Is(next, "past", "after");
        if (!past && !reader.Is(next, "to", "til", "till", "before", "of"))
        {
            return reader.Is(from, "half") ? Hour(reader, at, next, minutes, past: true) : null;
        }

        // "9 to 5" is a window; only the steps that people say are minutes before the hour.
        if (!past && (!reader.Is(next, "to") && !reader.Is(from, "quarter") || minutes % 5 != 0 || minutes > 30
            || reader[from].Kind == TokenKind.Number))
        {
            return null;
        }

        return past && reader.Is(next, "after") && !reader.Is(from, "quarter") ? null : Hour(reader, at, next + 1, minutes, past);
    }

    private static Piece.Clock? Hour(Reader reader, int at, int hourAt, int minutes, bool past)
    {
        if (Named(reader, hourAt) is { } named)
        {
            var of = past ? named.At.Hour : (named.At.Hour + 23) % 24;
            return new(at, named.End - at, new ClockReading(of, past ? minutes : 60 - minutes, Certain: true), Bare: null);
        }

        var (hour, length) = Numbers.Whole(reader, hourAt);
        if (length == 0 || hour is < 1 or > 12 || Units.IsCounted(reader.Text(hourAt + length)))
        {
            return null;
        }

        var end = hourAt + length;
        end += reader.Is(end, "oclock") ? 1 : 0;
        var half = HalfOfDay.At(reader, end);
        var (to, shown) = past ? (hour, minutes) : (hour == 1 ? 12 : hour - 1, 60 - minutes);
        if (half is null)
        {
            return new(at, end - at, new ClockReading(to, shown, Certain: false), Bare: null);
        }

        // "quarter to 12 pm" is before noon: the half of the day belongs to the hour that was said.
        var said = (hour % 12) + (half.Value.Late ? 12 : 0);
        return new(at, end + half.Value.Length - at, new ClockReading(past ? said : (said + 23) % 24, shown, Certain: true), Bare: null);
    }

    private static Piece? Figures(Reader reader, int at)
    {
        // The end of "-5" or of "3/4" or "2.5" is no time.
        if (reader[at].Glued && (reader[at - 1].IsMark('/') || reader[at - 1].IsMark('.') || reader[at - 1].IsMark(':')))
        {
            return null;
        }

        var (number, length) = Numbers.Whole(reader, at);
        if (length == 0)
        {
            return null;
        }

        var end = at + length;
        var (hour, minute) = (number, 0);
        var split = Minutes(reader, at, end) is { } minutes ? minutes : default;
        if (split.Length > 0)
        {
            (minute, end) = (split.Value, end + split.Length);
        }
        else if (reader.Text(at).Length is 3 or 4 && reader[at].Kind == TokenKind.Number)
        {
            (hour, minute) = (number / 100, number % 100);
        }

        end += end == at + length && Units.IsOfClock(reader, at, end) ? 1 : 0;
        var plain = end == at + length;
        var half = HalfOfDay.At(reader, end);
        var hours = reader.Is(end, "weekdays", "weekends") && (reader[at - 1].IsMark('-') || reader.Is(at - 1, "at", "to", "and"));
        if (half is null && plain && !hours && Units.IsCounted(reader.Text(end)))
        {
            return null;
        }

        var oclock = reader.Is(end, "oclock") ? 1 : 0;
        half ??= oclock > 0 ? HalfOfDay.At(reader, end + 1) : null;
        var whole = end + oclock + (half?.Length ?? 0) - at;
        return Reading(hour, minute, half?.Late, reader.Text(at)) is { } reading
            ? new Piece.Clock(at, whole, reading, plain && half is null && oclock == 0 ? number : null)
            : plain && half is null && oclock == 0 ? Unlikely(at, whole, number) : new Piece.Bad(at, whole, Faults.BadTime);
    }

    // A bare number that is no hour may still count something: "walked 45".
    private static Piece.Clock Unlikely(int at, int length, int number) => new(at, length, new ClockReading(-1, 0, Certain: true), number);

    private static (int Value, int Length)? Minutes(Reader reader, int at, int next)
    {
        if (reader[at].Kind == TokenKind.Number && (reader[next].IsGluedMark(':') || reader[next].IsGluedMark('.')
            || IsGluedH(reader, next))
            && reader[next + 1] is { Glued: true, Kind: TokenKind.Number, Text.Length: 2 } minutes
            && !(reader[next].IsMark('.') && Units.IsCounted(reader.Text(next + 2)) && !reader.Is(next + 2, "weekdays", "weekends")))
        {
            return (int.Parse(minutes.Text, CultureInfo.InvariantCulture), 2);
        }

        // "10 15 am", as it is dictated; the half of the day shows that both are one time.
        if (reader[at].Kind == TokenKind.Number && reader.Text(at).Length <= 2
            && reader[next] is { Kind: TokenKind.Number, Text.Length: 2 } spoken
            && !reader[next].Glued && HalfOfDay.At(reader, next + 1) is not null && Numbers.Whole(reader, at).Value is >= 1 and <= 12)
        {
            return (int.Parse(spoken.Text, CultureInfo.InvariantCulture), 1);
        }

        // "nine thirty", "nine-thirty"
        if (reader[at].Kind != TokenKind.Word || Numbers.Whole(reader, at).Value is < 1 or > 12)
        {
            return null;
        }

        var hyphen = reader[next].IsGluedMark('-') ? 1 : 0;
        var (value, length) = Numbers.Whole(reader, next + hyphen);
        return reader[next + hyphen].Kind == TokenKind.Word && length > 0 && value is >= 13 and <= 59
            && !Units.IsCounted(reader.Text(next + hyphen + length))
            ? (value, hyphen + length)
            : null;
    }

    private static bool IsGluedH(Reader reader, int at) => reader[at] is { Glued: true, Text: "h" };

    private static ClockReading? Reading(int hour, int minute, bool? late, string typed)
    {
        if (minute > 59 || hour is < 0 or > 23)
        {
            return null;
        }

        if (late is { } afternoon)
        {
            // "15:30 pm" says the same twice; "15 am" contradicts itself.
            return hour is >= 1 and <= 12 ? new((hour % 12) + (afternoon ? 12 : 0), minute, Certain: true)
                : hour > 12 && afternoon ? new(hour, minute, Certain: true)
                : hour == 0 && !afternoon ? new(0, minute, Certain: true) : null;
        }

        var full = hour is 0 or > 12 || typed[0] == '0';
        return new(hour, minute, Certain: full, full);
    }
}
