using System.Globalization;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>
/// Time zones: "Europe/Berlin", "New York", "in Tokyo", "Lisbon time", "UTC+2". What looks like a zone and is none is refused.
/// </summary>
internal sealed class ZoneNames : IRecogniser
{
    public Piece? At(Reader reader, int at)
    {
        var led = reader.Is(at, "in") || reader.Is(at, "timezone", "zone") ? at + 1 : at;
        if (reader[led].Kind != TokenKind.Word)
        {
            return null;
        }

        var found = Offset(reader, at, led) ?? ById(reader, at, led) ?? ByPlace(reader, at, led);
        return found is Piece.Zone zone && reader.Is(zone.End, "time") && !reader.Is(zone.End + 1, "zone")
            ? zone with { Length = zone.Length + 1 }
            : found;
    }

    private static Piece? Offset(Reader reader, int at, int led)
    {
        var ahead = reader[led + 1].IsMark('+');
        if (!reader.Is(led, "utc", "gmt") || !(ahead || reader[led + 1].IsMark('-')) || reader[led + 2].Kind != TokenKind.Number)
        {
            return null;
        }

        // The database counts its offsets the other way round: UTC+2 is Etc/GMT-2.
        var hours = Numbers.Whole(reader, led + 2).Value;
        var id = string.Create(CultureInfo.InvariantCulture, $"etc/gmt{(ahead ? '-' : '+')}{hours}");
        var end = led + 3;
        if (reader[end].IsGluedMark(':') && reader[end + 1].Kind == TokenKind.Number)
        {
            return new Piece.Bad(at, end + 2 - at, Faults.UnknownZone);
        }

        return ZoneIndex.ById(id) is { } zone ? new Piece.Zone(at, end - at, zone) : new Piece.Bad(at, end - at, Faults.UnknownZone);
    }

    private static Piece? ById(Reader reader, int at, int led)
    {
        var end = led + 1;
        while (reader[end].Glued && (reader[end].Kind != TokenKind.Mark || reader[end].Text[0] is '/' or '_' or '-' or '+')
            && end - led < 12)
        {
            end++;
        }

        if (!reader[led + 1].IsGluedMark('/') || end < led + 3)
        {
            return null;
        }

        var id = string.Concat(Enumerable.Range(led, end - led).Select(reader.Text));
        if (ZoneIndex.ById(id) is { } zone)
        {
            return new Piece.Zone(at, end - at, zone);
        }

        var named = led > at || reader[led - 1].IsMark(',') || reader.Is(led - 1, "zone", "timezone", "is", "to", "as")
            || end == reader.Tokens.Length;
        var days = DayNames.Find(reader.Text(led)) is not null || reader.Is(led, "am", "pm", "and", "yes", "he", "she", "his", "weekdays",
            "daily");
        return named && !days ? new Piece.Bad(at, end - at, Faults.UnknownZone) : null;
    }

    private static Piece.Zone? ByPlace(Reader reader, int at, int led)
    {
        for (var words = ZoneIndex.MostWords; words > 0; words--)
        {
            if (Name(reader, led, words) is { } name && ZoneIndex.ByPlace(name.Text, IsAfterTime(reader, led)) is { } zone)
            {
                return new(at, name.End - at, zone);
            }
        }

        return null;
    }

    // "9am pacific", "15:00 eastern": behind a time, even an ordinary word is a zone.
    private static bool IsAfterTime(Reader reader, int at) =>
        (reader[at - 1].Kind == TokenKind.Number || reader.Is(at - 1, "am", "pm", "noon", "midnight"))
        && reader.Is(at, "pacific", "eastern", "central", "mountain", "us");

    private static (string Text, int End)? Name(Reader reader, int at, int words)
    {
        var name = reader.Text(at);
        var next = at + 1;
        for (var i = 1; i < words; i++)
        {
            next += reader[next].IsMark('-') || reader[next].IsMark('_') || reader[next].IsMark('.') ? 1 : 0;
            if (reader[next].Kind != TokenKind.Word)
            {
                return null;
            }

            name += " " + reader.Text(next++);
        }

        return (name, next);
    }
}
