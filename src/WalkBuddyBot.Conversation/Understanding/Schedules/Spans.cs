using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>
/// Lengths of time: "20 minutes", "half an hour", "an hour and a half", "2 hours 15 minutes", "in 1 minute", "10 minutes from now".
/// </summary>
internal sealed class Spans : IRecogniser
{
    private const int MostDays = 366;

    private const int FewestUnnamed = 5;
    private const int MostUnnamed = 90;

    public Piece? At(Reader reader, int at)
    {
        var fromNow = reader.Is(at, "in", "after");
        var next = fromNow ? at + 1 : at;
        next += fromNow && reader.Is(next, "about", "another", "around", "roughly") ? 1 : Coming(reader, next);

        if (One(reader, next) is not { } first)
        {
            return fromNow ? Unnamed(reader, at, next) : null;
        }

        var (days, minutes) = (first.Days, first.Minutes);
        next += first.Length;
        if (first.Minutes > 0 && reader.Follows(next, "and", "a", "half") > 0)
        {
            (minutes, next) = (minutes + (first.Unit / 2), next + 3);
        }
        else if (first.Unit == 60 && Beyond(reader, next) is { } more)
        {
            (minutes, next) = (minutes + more.Minutes, next + more.Length);
        }

        if (reader.Follows(next, "from", "now") > 0 || reader.Follows(next, "from", "today") > 0)
        {
            (fromNow, next) = (true, next + 2);
        }

        next += fromNow && reader.Is(next, "time", "times") && !reader.Is(next + 1, "zone", "a", "per") ? 1 : 0;
        var whole = minutes == Math.Floor(minutes) && days == Math.Floor(days);
        return whole && days + (minutes / 1440) is > 0 and <= MostDays
            ? new Piece.Span(at, next - at, (int)days, (int)minutes, fromNow)
            : new Piece.Bad(at, next - at, Faults.BadInterval);
    }

    // "the next five days", "the next fortnight"; but "next week" is a date.
    private static int Coming(Reader reader, int at)
    {
        var the = reader.Is(at, "the") ? 1 : 0;
        return reader.Is(at + the, "next") && (Numbers.Whole(reader, at + the + 1).Length > 0
            || reader.Is(at + the + 1, "couple", "fortnight", "hour", "half")) ? the + 1 : 0;
    }

    // "and 10 minutes", "and ten", "and a quarter", "30" of "1h30": what goes beyond the hours.
    private static (double Minutes, int Length)? Beyond(Reader reader, int at)
    {
        var and = reader.Is(at, "and") ? 1 : 0;
        if (One(reader, at + and) is { Unit: 1 } more)
        {
            return (more.Minutes, and + more.Length);
        }

        if (and > 0 && reader.Follows(at + 1, "a", "quarter") > 0)
        {
            return (15, 3);
        }

        if (and > 0 && reader.Follows(at + 1, "three", "quarters") > 0)
        {
            return (45, 3);
        }

        if (reader.Is(at - 1, "h") && reader[at] is { Kind: TokenKind.Number, Glued: true, Text.Length: 2 })
        {
            return (Numbers.Whole(reader, at).Value, 1);
        }

        var (value, length) = Numbers.Whole(reader, at + 1);
        var counts = length > 0 && (Units.IsCounted(reader.Text(at + 1 + length)) || HalfOfDay.At(reader, at + 1 + length) is not null
            || reader[at + 1 + length].IsGluedMark(':') || reader[at + 1 + length].IsGluedMark('.'));
        return and > 0 && length > 0 && !counts && value is >= 10 and <= 55 && value % 5 == 0 ? (value, 1 + length) : null;
    }

    // "a quarter of an hour", "three quarters of an hour", "quarter hour"
    private static (int Minutes, int Length)? Quarters(Reader reader, int at)
    {
        var count = reader.Is(at, "three", "3") && reader.Is(at + 1, "quarters", "quarter") ? 3 : 1;
        var named = at + (count == 3 || reader.Is(at, "a") ? 1 : 0);
        if (!reader.Is(named, "quarter", "quarters"))
        {
            return null;
        }

        var unit = named + 1 + reader.Follows(named + 1, "of", "an");
        unit += unit == named + 1 && reader.Is(unit, "of", "an", "-") ? 1 : 0;
        return reader.Is(unit, "hour", "hr") ? (15 * count, unit + 1 - at) : null;
    }

    // "remind me in 20" at the end of a message are minutes, and no hour of every day; "in 2" could be hours, and is no guess.
    private static Piece? Unnamed(Reader reader, int at, int next)
    {
        var (number, length) = Numbers.Whole(reader, next);
        var end = next + length;
        var ends = reader.Is(end, Reader.End, "please")
            || (reader[end] is { Glued: true } && reader[end].IsMark('.') && reader.Is(end + 1, Reader.End));
        return !reader.Is(at, "in") || length == 0 || number is < 1 or > MostUnnamed || !ends
            ? null
            : number >= FewestUnnamed ? new Piece.Span(at, end - at, 0, number, FromNow: true)
            : new Piece.Bad(at, end - at, Faults.BadInterval);
    }

    private static (double Days, double Minutes, int Unit, int Length)? One(Reader reader, int at)
    {
        if (Quarters(reader, at) is { } quarters)
        {
            return (0, quarters.Minutes, 15, quarters.Length);
        }

        var (amount, length) = Numbers.Amount(reader, at);
        if (length == 0 && (reader.Is(at, "fortnight") || (reader.Is(at, "hour") && (reader.Is(at - 1, "next")
            || reader.Follows(at + 1, "and", "a", "half") > 0))))
        {
            return reader.Is(at, "hour") ? (0, 60, 60, 1) : (14, 0, 0, 1);
        }

        var next = at + length;
        next += length > 0 && reader[next].IsMark('-') ? 1 : 0;
        next += length > 0 && reader.Is(next, "more", "full", "whole") ? 1 : 0;
        var unit = Units.Minutes(reader.Text(next));
        var daily = Units.Days(reader.Text(next));

        // "m" and "h" count only when they touch their number.
        if (length == 0 || Units.IsOfClock(reader, at, next) || (unit == 0 && daily == 0)
            || (reader.Is(next, "m", "h") && !reader[next].Glued))
        {
            return null;
        }

        return (amount * daily, amount * unit, unit, next + 1 - at);
    }
}
