using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Dates by their place from today: tomorrow, tonight, next monday, 2 days ago; and those of the calendar.</summary>
internal sealed class Dates : IRecogniser
{
    public Piece? At(Reader reader, int at) => Relative(reader, at) ?? OfWeek(reader, at) ?? Calendar.At(reader, at);

    private static Piece? Relative(Reader reader, int at)
    {
        var today = reader.Today;
        switch (reader.Text(at))
        {
            case "today" or "todays":
                return new Piece.Date(at, 1, today);
            case "tonight":
                return new Piece.Date(at, 1, today, OfDay: DayPart.Evening);
            case "tomorrow" or "tmrw" or "tmr" or "tomoz" or "tomorrows" or "tomorows" or "tomo":
                return new Piece.Date(at, 1, today.PlusDays(1));
            case "yesterday" or "yesterdays" or "yest" or "yday":
                return new Piece.Date(at, 1, today.PlusDays(-1));
            case "this" when Parts.Of(reader.Text(at + 1)) is { } part:
                return new Piece.Date(at, 2, today, OfDay: part);
            case "last" when reader.Is(at + 1, "night", "evening"):
                return new Piece.Date(at, 2, today.PlusDays(-1));
            case "next" when reader.Is(at + 1, "week", "month", "weekend"):
                return new Piece.Rhythm(at, 2, Asks.Date);
        }

        var the = reader.Is(at, "the") ? 1 : 0;
        if (Feast(reader, at + the) is { } feast)
        {
            return new Piece.Date(at, the + feast.Length, feast.On);
        }

        if (reader.Follows(at + the, "day", "after", "tomorrow") is var after and > 0)
        {
            return new Piece.Date(at, the + after, today.PlusDays(2));
        }

        if (reader.Follows(at + the, "day", "before", "yesterday") is var before and > 0)
        {
            return new Piece.Date(at, the + before, today.PlusDays(-2));
        }

        var (days, length) = Numbers.Amount(reader, at);
        days *= Units.Days(reader.Text(at + length));
        return length > 0 && reader.Is(at + length + 1, "ago") && days is >= 1 and < 3_000
            ? new Piece.Date(at, length + 2, today.PlusDays(-(int)days))
            : null;
    }

    // Days that everybody names and that have one date.
    private static (LocalDate On, int Length)? Feast(Reader reader, int at)
    {
        var (month, day, length) = reader.Follows(at, "christmas", "eve") > 0 ? (12, 24, 2)
            : reader.Is(at, "christmas", "xmas") ? (12, 25, reader.Is(at + 1, "day") ? 2 : 1)
            : reader.Is(at, "new") && reader.Is(at + 1, "year", "years") ? reader.Is(at + 2, "eve") ? (12, 31, 3)
            : (1, 1, reader.Is(at + 2, "day") ? 3 : 2)
            : (0, 0, 0);
        if (length == 0)
        {
            return null;
        }

        var on = new LocalDate(reader.Today.Year, month, day);
        return (on < reader.Today ? on.PlusYears(1) : on, length);
    }

    private static Piece.Date? OfWeek(Reader reader, int at)
    {
        var led = at + (reader.Is(at, "on") ? 1 : 0);
        if (!reader.Is(led, "next", "this", "coming", "last") || DayNames.Find(reader.Text(led + 1)) is not { } day)
        {
            return null;
        }

        var today = reader.Today;
        if (reader.Is(led, "last"))
        {
            return new(at, led + 2 - at, today.Previous(day));
        }

        var coming = day == today.DayOfWeek && !reader.Is(led, "next") ? today : today.Next(day);

        // Said on a Monday, "next friday" is this week's to some and next week's to others; "next monday" is plain.
        return new(at, led + 2 - at, coming, Open: reader.Is(led, "next") && day > today.DayOfWeek);
    }
}
