using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Dates of the calendar: the 14th, 14 december, dec 14th 2026, 2026-12-14, 25/12. What no calendar has is refused.</summary>
internal static class Calendar
{
    public static Piece? At(Reader reader, int at)
    {
        var start = at + (reader.Is(at, "on") ? 1 : 0);
        start += reader.Is(start, "the") ? 1 : 0;
        return Iso(reader, at, start) ?? Figures(reader, at, start) ?? DayFirst(reader, at, start) ?? MonthFirst(reader, at, start);
    }

    private static Piece? Iso(Reader reader, int at, int start)
    {
        var (year, month, day) = (Digits(reader, start), Digits(reader, start + 2), Digits(reader, start + 4));
        return year >= 1000 && reader[start + 1].IsGluedMark('-') && reader[start + 3].IsGluedMark('-') && month >= 0 && day >= 0
            ? On(at, start + 5, year, month, day)
            : null;
    }

    private static Piece? Figures(Reader reader, int at, int start)
    {
        var (first, second) = (Digits(reader, start), Digits(reader, start + 2));
        if (!reader[start + 1].IsGluedMark('/') || first < 0 || second < 0 || !reader[start + 2].Glued)
        {
            return null;
        }

        var end = start + 3;
        int? year = null;
        if (reader[end].IsGluedMark('/') && Digits(reader, end + 1) is >= 0 and var named)
        {
            (year, end) = (named < 100 ? 2000 + named : named, end + 2);
        }

        // 3/4 is April to some and March to others.
        var (month, day) = first > 12 || second <= 12 ? (second, first) : (first, second);
        var found = year is { } given ? On(at, end, given, month, day) : Coming(reader, at, end, month, day);
        return found is Piece.Date date && first <= 12 && second <= 12 && first != second ? date with { Open = true } : found;
    }

    // "14th", "14th of december", "14 dec 2026"
    private static Piece? DayFirst(Reader reader, int at, int start)
    {
        var day = Digits(reader, start);
        if (day < 0 || reader[start].Text.Length > 2)
        {
            return null;
        }

        var next = start + 1;
        var ordinal = reader[next].Glued && reader.Is(next, "st", "nd", "rd", "th");
        next += ordinal ? 1 : 0;
        var month = next + (reader.Is(next, "of") ? 1 : 0);
        if (MonthNames.Find(reader.Text(month)) is { } named)
        {
            return WithYear(reader, at, month + 1, named, day);
        }

        return ordinal ? OfSomeMonth(reader, at, next, day) : null;
    }

    private static Piece? MonthFirst(Reader reader, int at, int start)
    {
        if (MonthNames.Find(reader.Text(start)) is not { } month)
        {
            return null;
        }

        var named = start + 1 + (reader[start + 1].IsMark('.') ? 1 : 0);
        named += reader.Is(named, "the") ? 1 : 0;
        var day = Digits(reader, named);
        var next = named + 1;
        if (day is < 0 or > 99 || reader[next].IsGluedMark(':'))
        {
            return null;
        }

        next += reader[next].Glued && reader.Is(next, "st", "nd", "rd", "th") ? 1 : 0;
        return WithYear(reader, at, next, month, day);
    }

    private static Piece WithYear(Reader reader, int at, int end, int month, int day)
    {
        var of = reader.Is(end, "of") ? 1 : 0;
        if (reader.Follows(end + of, "this", "year") > 0)
        {
            return On(at, end + of + 2, reader.Today.Year, month, day);
        }

        if (reader.Follows(end + of, "next", "year") > 0)
        {
            return On(at, end + of + 2, reader.Today.Year + 1, month, day);
        }

        var comma = reader[end].IsMark(',') ? 1 : 0;
        var year = Digits(reader, end + comma);
        return year is >= 1900 and <= 2200 && !reader[end + comma + 1].IsGluedMark(':')
            ? On(at, end + comma + 1, year, month, day)
            : Coming(reader, at, end, month, day);
    }

    private static Piece OfSomeMonth(Reader reader, int at, int end, int day)
    {
        for (var month = new LocalDate(reader.Today.Year, reader.Today.Month, 1); day is >= 1 and <= 31; month = month.PlusMonths(1))
        {
            if (day <= month.Calendar.GetDaysInMonth(month.Year, month.Month) && month.PlusDays(day - 1) is var date
                && date >= reader.Today)
            {
                return new Piece.Date(at, end - at, date);
            }
        }

        return new Piece.Bad(at, end - at, Faults.BadDate);
    }

    private static Piece Coming(Reader reader, int at, int end, int month, int day)
    {
        var found = On(at, end, reader.Today.Year, month, day);
        return found is Piece.Date { On: var on } && on >= reader.Today ? found : On(at, end, reader.Today.Year + 1, month, day);
    }

    private static Piece On(int at, int end, int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new Piece.Date(at, end - at, new LocalDate(year, month, day))
            : new Piece.Bad(at, end - at, Faults.BadDate);

    private static int Digits(Reader reader, int at) => reader[at].Kind == TokenKind.Number ? Numbers.Whole(reader, at).Value : -1;
}
