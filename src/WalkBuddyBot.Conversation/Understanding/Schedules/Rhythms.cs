namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>
/// What is asked about before it can be set: "every other day", "every 3 days", "twice a day", "3 times a week", "weekly".
/// </summary>
internal sealed class Rhythms : IRecogniser
{
    public Piece? At(Reader reader, int at)
    {
        if (reader.Is(at, "weekly", "monthly", "fortnightly", "biweekly"))
        {
            return new Piece.Rhythm(at, 1, Asks.Days, reader.Is(at, "weekly") ? 1 : null);
        }

        if (reader.Is(at, "every", "each", "alternate"))
        {
            return Spaced(reader, at);
        }

        if (Few(reader, at) is { } few)
        {
            return few;
        }

        var next = reader.Is(at, "once", "twice", "thrice") ? at + 1 : Times(reader, at);
        if (next == at)
        {
            return null;
        }

        if (reader.Is(next, "daily", "weekly"))
        {
            return new Piece.Rhythm(at, next + 1 - at, reader.Is(next, "weekly") ? Asks.Days : Asks.Times, Count(reader, at));
        }

        if (!reader.Is(next, "a", "per", "each", "every") || Units.Days(reader.Text(next + 1)) is not (> 0 and var days))
        {
            return null;
        }

        return new Piece.Rhythm(at, next + 2 - at, days > 1 ? Asks.Days : Asks.Times, days is 1 or 7 ? Count(reader, at) : null);
    }

    // "a few days a week", "some days", "3 days a week", "several times a day".
    private static Piece.Rhythm? Few(Reader reader, int at)
    {
        var some = reader.Is(at, "a") && reader.Is(at + 1, "few", "couple") ? reader.Is(at + 2, "of") ? 3 : 2
            : reader.Is(at, "few", "several", "some", "most", "certain", "odd", "even", "random") ? 1 : 0;
        var (count, length) = some > 0 ? (0, some) : Numbers.Whole(reader, at);
        var unit = at + length;
        if (length == 0 || !reader.Is(unit, "days", "times", "mornings", "evenings", "afternoons"))
        {
            return null;
        }

        var over = reader.Is(unit + 1, "a", "per", "each", "every", "in") ? unit + 2 : unit + 1;
        over += reader.Is(over, "the", "a") ? 1 : 0;
        var days = Units.Days(reader.Text(over));
        return over > unit + 1 && days is 1 or 7 ? new(at, over + 1 - at, days == 7 ? Asks.Days : Asks.Times, some > 0 ? null : count)
            : some > 0 && reader.Is(at, "some", "most", "certain", "odd", "even", "random") ? new(at, unit + 1 - at, Asks.Days) : null;
    }

    private static int Count(Reader reader, int at) => reader.Text(at) switch
    {
        "once" => 1,
        "twice" => 2,
        "thrice" => 3,
        _ => Numbers.Whole(reader, at).Value,
    };

    private static int Times(Reader reader, int at)
    {
        var (_, length) = Numbers.Whole(reader, at);
        return length > 0 && reader.Is(at + length, "times", "x") ? at + length + 1 : at;
    }

    private static Piece.Rhythm? Spaced(Reader reader, int at)
    {
        var next = at + 1;
        var other = reader.Is(at, "alternate") || reader.Is(next, "other", "second", "third", "alternate");
        if (other)
        {
            next += reader.Is(at, "alternate") ? 0 : 1;
            return Units.Days(reader.Text(next)) > 0 || DayNames.Find(reader.Text(next)) is not null
                || reader.Is(next, "weekday", "weekend")
                ? new(at, next + 1 - at, Asks.Days)
                : null;
        }

        var (_, length) = Numbers.Amount(reader, next);
        var days = Units.Days(reader.Text(next + length));
        return days > 1 || (length > 0 && days == 1)
            ? new(at, next + length + 1 - at, Asks.Days, length == 0 && days == 7 ? 1 : null)
            : null;
    }
}
