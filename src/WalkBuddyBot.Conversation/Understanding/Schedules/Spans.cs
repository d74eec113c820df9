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
        if (fromNow && reader.Is(next, "about", "another"))
        {
            next++;
        }

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
        else if (first.Unit == 60)
        {
            var and = reader.Is(next, "and") ? 1 : 0;
            if (One(reader, next + and) is { Unit: 1 } more)
            {
                (minutes, next) = (minutes + more.Minutes, next + and + more.Length);
            }
        }

        if (reader.Follows(next, "from", "now") > 0 || reader.Follows(next, "from", "today") > 0)
        {
            (fromNow, next) = (true, next + 2);
        }

        var whole = minutes == Math.Floor(minutes) && days == Math.Floor(days);
        return whole && days + (minutes / 1440) is > 0 and <= MostDays
            ? new Piece.Span(at, next - at, (int)days, (int)minutes, fromNow)
            : new Piece.Bad(at, next - at, Faults.BadInterval);
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
        var (amount, length) = Numbers.Amount(reader, at);
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
