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
